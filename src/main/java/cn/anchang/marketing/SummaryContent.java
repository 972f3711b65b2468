package cn.anchang.marketing;

import cn.anchang.customer.Channel;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a stage summary says. Its numbers were frozen when the version was opened and are never typed; answers, citations and
 * proposals are its author's.
 *
 * @param planned what the plan of the stage had promised, or null for a period without one
 * @param answers to the writing guide of that day
 * @param cited which of the customers' suggestions the author took up
 */
public record SummaryContent(
        String projectName,
        Figures figures,
        Planned planned,
        List<Answer> answers,
        List<Cited> cited,
        List<Proposal> proposals) {

    public SummaryContent {
        answers = answers == null ? List.of() : List.copyOf(answers);
        cited = cited == null ? List.of() : List.copyOf(cited);
        proposals = proposals == null ? List.of() : List.copyOf(proposals);
    }

    /** The plan in its own numbers, so that what was promised stays beside what came of it. */
    public record Planned(
            String planNo,
            int planVersion,
            String stage,
            LocalDate startsOn,
            LocalDate endsOn,
            String goals,
            Integer visits,
            Integer subscriptions,
            Integer contracts,
            Money receipts,
            Money budget,
            Money fees,
            List<ActivityDone> activities) {

        public Planned {
            activities = activities == null ? List.of() : List.copyOf(activities);
        }

        /** What the activities that took place have cost, and the suppliers' fees as agreed: as the plan's own evaluation counts. */
        public Money spent() {
            return Money.sum(
                    Stream.concat(Stream.ofNullable(fees), activities.stream().map(ActivityDone::cost))
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    /** @param doneOn null while it has not taken place; then cost and result are null too */
    public record ActivityDone(
            String key, String title, Channel channel, Money planned, LocalDate doneOn, Money cost, String result) {}

    /** A question as it read that day, and its answer. */
    public record Answer(String code, String title, String text) {}

    /** @param response what is to come of the suggestion, or null */
    public record Cited(String key, String source, LocalDate on, String text, String response) {}

    /**
     * What should change.
     *
     * @param key the same through all versions, and on the plan's line that comes of it
     */
    public record Proposal(String key, ProposalKind kind, String what, String reason, Money cost, LocalDate by) {}

    /** The same numbers with what its author has written. */
    SummaryContent written(List<Answer> answered, List<Cited> taken, List<Proposal> proposed) {
        return new SummaryContent(projectName, figures, planned, answered, taken, proposed);
    }

    Optional<Proposal> proposal(String key) {
        return proposals.stream().filter(line -> line.key().equals(key)).findFirst();
    }
}

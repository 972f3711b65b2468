package cn.anchang.workbench;

import cn.anchang.marketing.Figures;
import cn.anchang.marketing.PlanContent;
import cn.anchang.marketing.PlanView;
import cn.anchang.marketing.Plans;
import cn.anchang.marketing.SiteFigures;
import cn.anchang.shared.Chart;
import cn.anchang.shared.Period;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the promotion plan in force wants of its stage, held against what the stage has come to so far, by the day of each act. */
@Component
class StageGoals {

    /** @param done in percent of the goal */
    record Line(String name, long goal, long actual, BigDecimal done) {}

    /**
     * A stage's goals that are numbers.
     *
     * @param passed how much of the stage's time is over, in percent
     */
    record Goals(
            UUID documentId,
            String no,
            String stage,
            LocalDate from,
            LocalDate to,
            BigDecimal passed,
            List<Line> lines,
            String chart) {}

    private final Plans plans;
    private final SiteFigures figures;
    private final Sentences sentences;
    private final Clock clock;

    StageGoals(Plans plans, SiteFigures figures, Sentences sentences, Clock clock) {
        this.plans = plans;
        this.figures = figures;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Empty when no project is meant, no plan is in force or it has not begun, or when it names no numbers. */
    Optional<Goals> of(UUID project) {
        LocalDate today = LocalDate.now(clock);
        return Optional.ofNullable(project)
                .flatMap(plans::inForce)
                .filter(plan -> plan.content().startsOn() != null
                        && plan.content().endsOn() != null
                        && !plan.content().startsOn().isAfter(today))
                .map(plan -> goals(plan, today))
                .filter(goals -> !goals.lines().isEmpty());
    }

    private Goals goals(PlanView plan, LocalDate today) {
        PlanContent content = plan.content();
        LocalDate end = content.endsOn().isBefore(today) ? content.endsOn() : today;
        Figures come = figures.of(plan.projectId(), new Period(content.startsOn(), end));
        List<Line> lines = new ArrayList<>();
        add(lines, "visits", content.visits(), come.visits());
        add(
                lines,
                "subscriptions",
                content.subscriptions(),
                come.subscriptions().count());
        add(lines, "contracts", content.contracts(), come.contracts().count());
        long days = ChronoUnit.DAYS.between(content.startsOn(), content.endsOn()) + 1;
        long over = ChronoUnit.DAYS.between(content.startsOn(), end) + 1;
        return new Goals(
                plan.documentId(),
                plan.no(),
                content.stage(),
                content.startsOn(),
                content.endsOn(),
                FunnelCharts.share(over, days),
                lines,
                chart(lines, "/documents/" + plan.documentId()));
    }

    private void add(List<Line> lines, String what, Integer goal, long actual) {
        if (goal != null && goal > 0) {
            lines.add(new Line(sentences.text("funnel.goal." + what), goal, actual, FunnelCharts.share(actual, goal)));
        }
    }

    private String chart(List<Line> lines, String document) {
        List<String> links = lines.stream().map(line -> document).toList();
        return Chart.rows(lines.stream().map(Line::name).toList())
                .series(
                        sentences.text("funnel.goal"),
                        "#b9c5c8",
                        lines.stream().map(Line::goal).toList(),
                        links)
                .series(
                        sentences.text("funnel.goal.actual"),
                        "#12595b",
                        lines.stream().map(Line::actual).toList(),
                        links)
                .whole()
                .labelled()
                .described(sentences.text("funnel.question.goals"))
                .json();
    }
}

package cn.anchang.marketing;

import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How the content of a draft comes about: keys for new lines, a line for each proposal, what the next stage begins with. */
@Component
class PlanDrafting {

    private final Sentences sentences;

    PlanDrafting(Sentences sentences) {
        this.sentences = sentences;
    }

    /** The same content, every line with a key of its own; a line keeps the proposal it came from, whatever a form hands in. */
    PlanContent keyed(PlanContent content, PlanContent before) {
        Function<PlanContent.Line, String> from = line ->
                before.line(line.key()).map(PlanContent.Line::proposalKey).orElse(null);
        return new PlanContent(
                content.stage(),
                content.startsOn(),
                content.endsOn(),
                content.conclusions(),
                content.goals(),
                content.visits(),
                content.subscriptions(),
                content.contracts(),
                content.receipts(),
                content.budget(),
                each(
                        content.activities(),
                        line -> new PlanContent.Activity(
                                key(line),
                                from.apply(line),
                                line.title(),
                                line.channel(),
                                line.startsOn(),
                                line.endsOn(),
                                line.cost(),
                                line.owner(),
                                line.note())),
                each(
                        content.packaging(),
                        line -> new PlanContent.Packaging(key(line), from.apply(line), line.what(), line.detail())),
                each(
                        content.priceActions(),
                        line -> new PlanContent.PriceAction(
                                key(line), from.apply(line), line.scope(), line.action(), line.from())),
                each(
                        content.showFlatChanges(),
                        line -> new PlanContent.ShowFlatChange(
                                key(line), from.apply(line), line.place(), line.what(), line.by())),
                each(
                        content.constructionAsks(),
                        line -> new PlanContent.ConstructionAsk(
                                key(line), from.apply(line), line.what(), line.by(), line.note())),
                each(
                        content.suppliers(),
                        line -> new PlanContent.Supplier(
                                key(line), from.apply(line), line.name(), line.service(), line.fee())),
                content.attachments().stream()
                        .filter(file -> file.id() != null && file.name() != null && file.sha256() != null)
                        .toList());
    }

    private static <T> List<T> each(List<T> lines, UnaryOperator<T> change) {
        return lines.stream().map(change).toList();
    }

    private static String key(PlanContent.Line line) {
        return line.key() == null || line.key().isBlank() ? freshKey() : line.key();
    }

    private static String freshKey() {
        return "r" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** One line more for each proposal, in the list its kind decides; a goal joins the text of the goals. */
    PlanContent with(PlanContent content, List<ProposalLine> proposals) {
        PlanContent grown = content;
        for (ProposalLine proposal : proposals) {
            boolean known = grown.lines().anyMatch(line -> proposal.key().equals(line.proposalKey()));
            grown = known ? grown : with(grown, proposal);
        }
        return grown;
    }

    /** What a summary proposed while somebody was writing is taken from the stored draft, not lost. */
    PlanContent regained(PlanContent written, PlanContent stored, List<PlanProposal> joined) {
        Set<String> keys = joined.stream().map(PlanProposal::proposalKey).collect(Collectors.toSet());
        String goals = written.goals();
        for (PlanProposal proposal : joined) {
            boolean told = goals != null && goals.contains(proposal.title());
            goals = proposal.kind() == ProposalKind.GOAL && !told ? joined(goals, proposal.title()) : goals;
        }
        return new PlanContent(
                written.stage(),
                written.startsOn(),
                written.endsOn(),
                written.conclusions(),
                goals,
                written.visits(),
                written.subscriptions(),
                written.contracts(),
                written.receipts(),
                written.budget(),
                regained(written.activities(), stored.activities(), keys),
                regained(written.packaging(), stored.packaging(), keys),
                regained(written.priceActions(), stored.priceActions(), keys),
                regained(written.showFlatChanges(), stored.showFlatChanges(), keys),
                regained(written.constructionAsks(), stored.constructionAsks(), keys),
                regained(written.suppliers(), stored.suppliers(), keys),
                written.attachments());
    }

    private static <T extends PlanContent.Line> List<T> regained(List<T> written, List<T> stored, Set<String> keys) {
        Set<String> there = written.stream()
                .map(PlanContent.Line::proposalKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Stream.concat(
                        written.stream(),
                        stored.stream()
                                .filter(line -> keys.contains(line.proposalKey()))
                                .filter(line -> !there.contains(line.proposalKey())))
                .toList();
    }

    private PlanContent with(PlanContent content, ProposalLine proposal) {
        String key = freshKey();
        String from = proposal.key();
        String goals = content.goals();
        List<PlanContent.Activity> activities = content.activities();
        List<PlanContent.Packaging> packaging = content.packaging();
        List<PlanContent.PriceAction> priceActions = content.priceActions();
        List<PlanContent.ShowFlatChange> showFlatChanges = content.showFlatChanges();
        List<PlanContent.ConstructionAsk> constructionAsks = content.constructionAsks();
        List<PlanContent.Supplier> suppliers = content.suppliers();
        switch (proposal.kind()) {
            case GOAL -> goals = joined(goals, withDetail(proposal));
            case ACTIVITY ->
                activities = and(
                        activities,
                        new PlanContent.Activity(
                                key,
                                from,
                                proposal.title(),
                                null,
                                null,
                                proposal.by(),
                                proposal.cost(),
                                null,
                                proposal.detail()));
            case PACKAGING ->
                packaging = and(packaging, new PlanContent.Packaging(key, from, proposal.title(), proposal.detail()));
            case PRICE ->
                priceActions = and(
                        priceActions,
                        new PlanContent.PriceAction(key, from, null, withDetail(proposal), proposal.by()));
            case SHOW_FLAT ->
                showFlatChanges = and(
                        showFlatChanges,
                        new PlanContent.ShowFlatChange(key, from, null, withDetail(proposal), proposal.by()));
            case CONSTRUCTION ->
                constructionAsks = and(
                        constructionAsks,
                        new PlanContent.ConstructionAsk(key, from, proposal.title(), proposal.by(), proposal.detail()));
            case SUPPLIER ->
                suppliers = and(
                        suppliers,
                        new PlanContent.Supplier(key, from, proposal.title(), proposal.detail(), proposal.cost()));
        }
        return new PlanContent(
                content.stage(),
                content.startsOn(),
                content.endsOn(),
                content.conclusions(),
                goals,
                content.visits(),
                content.subscriptions(),
                content.contracts(),
                content.receipts(),
                content.budget(),
                activities,
                packaging,
                priceActions,
                showFlatChanges,
                constructionAsks,
                suppliers,
                content.attachments());
    }

    /** The next stage's plan: nothing but what this one taught, its goals and budget to be thought about, its suppliers. */
    PlanContent next(PlanContent content, String conclusions) {
        return new PlanContent(
                null,
                content.endsOn().plusDays(1),
                null,
                sentences.text("plan.conclusionsOf", content.stage(), conclusions),
                content.goals(),
                content.visits(),
                content.subscriptions(),
                content.contracts(),
                content.receipts(),
                content.budget(),
                null,
                content.packaging(),
                null,
                null,
                null,
                content.suppliers(),
                null);
    }

    /** What stands in a draft that has only been begun. */
    static PlanContent begun(PlanStartForm form) {
        return new PlanContent(
                form.stage(),
                form.startsOn(),
                form.endsOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String withDetail(ProposalLine proposal) {
        return proposal.detail() == null ? proposal.title() : proposal.title() + "：" + proposal.detail();
    }

    private static String joined(String text, String more) {
        return text == null ? more : text + "\n" + more;
    }

    private static <T> List<T> and(List<T> lines, T one) {
        return Stream.concat(lines.stream(), Stream.of(one)).toList();
    }
}

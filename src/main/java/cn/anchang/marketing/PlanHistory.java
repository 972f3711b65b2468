package cn.anchang.marketing;

import cn.anchang.approval.Documents;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Trace;
import cn.anchang.organization.Departments;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a plan came from, what it led to, and what became of all it handed out. */
@Component
@Transactional(readOnly = true)
class PlanHistory {

    /** An activity that took place, by the version that still listed it. */
    record StruckOut(PlanItem item, int versionNumber) {}

    private final PromotionPlans plans;
    private final PlanItems items;
    private final PlanEvaluations evaluations;
    private final PlanProposals proposals;
    private final Documents documents;
    private final ObjectProvider<StageSummaries> summaries;
    private final Departments departments;
    private final Staff staff;
    private final Sentences sentences;

    PlanHistory(
            PromotionPlans plans,
            PlanItems items,
            PlanEvaluations evaluations,
            PlanProposals proposals,
            Documents documents,
            ObjectProvider<StageSummaries> summaries,
            Departments departments,
            Staff staff,
            Sentences sentences) {
        this.plans = plans;
        this.items = items;
        this.evaluations = evaluations;
        this.proposals = proposals;
        this.documents = documents;
        this.summaries = summaries;
        this.departments = departments;
        this.staff = staff;
        this.sentences = sentences;
    }

    List<Trace> traces(UUID documentId) {
        List<PromotionPlan> editions = plans.findByDocumentIdOrderByEdition(documentId);
        List<UUID> ids = editions.stream().map(PromotionPlan::id).toList();
        List<Trace> traces = new ArrayList<>();
        editions.stream()
                .map(PromotionPlan::follows)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(previous -> plans.findById(previous).stream())
                .forEach(previous -> traces.add(plan("plan.trace.previous", previous)));
        for (PlanProposal proposal : proposals.findByPlanIdIn(ids)) {
            traces.add(from(proposal));
        }
        for (PromotionPlan edition : editions) {
            for (PlanItem item : items.of(edition.id())) {
                traces.add(new Trace(
                        sentences.text("plan.trace.item", edition.versionNumber(), item.kind()),
                        sentences.text("plan.trace.itemState", item.title(), stateOf(item, edition)),
                        null));
            }
        }
        plans.findByFollowsInOrderByOpenedAt(ids).stream()
                .filter(next -> next.edition() == 1)
                .forEach(next -> traces.add(plan("plan.trace.next", next)));
        return traces;
    }

    private Trace plan(String label, PromotionPlan other) {
        return new Trace(
                sentences.text(label),
                sentences.text("plan.trace.plan", other.documentNo(), other.state()),
                Documents.pageOf(other.documentId()));
    }

    private Trace from(PlanProposal proposal) {
        Optional<StageSummaries.Source> summary =
                Optional.ofNullable(summaries.getIfAvailable()).flatMap(known -> known.find(proposal.summaryId()));
        return new Trace(
                sentences.text("plan.trace.proposal"),
                sentences.text(
                        "plan.trace.proposalOf",
                        summary.map(StageSummaries.Source::no).orElse(""),
                        proposal.kind(),
                        proposal.title()),
                summary.map(source -> Documents.pageOf(source.documentId())).orElse(null));
    }

    /** Who did it when, who is to do it by when, or which edition took its place. */
    String stateOf(PlanItem item, PromotionPlan edition) {
        return switch (item.state()) {
            case DONE -> sentences.text("plan.item.done", staff.displayName(item.doneBy()), item.doneOn());
            case CARRIED_OVER ->
                sentences.text("plan.item.carriedOver", staff.displayName(item.doneBy()), item.doneOn());
            case SUPERSEDED -> sentences.text("plan.item.superseded", supersededBy(edition));
            case OPEN ->
                item.dueOn() == null
                        ? sentences.text("plan.item.open", whose(item))
                        : sentences.text("plan.item.openUntil", whose(item), item.dueOn());
        };
    }

    private String whose(PlanItem item) {
        return item.owner() == null ? groupName(item.kind().group()) : staff.displayName(item.owner());
    }

    private String groupName(String group) {
        return departments.allGroups().stream()
                .filter(known -> known.id().equals(group))
                .map(Departments.StaffGroup::name)
                .findFirst()
                .orElse(group);
    }

    private int supersededBy(PromotionPlan edition) {
        return plans.findById(edition.supersededBy())
                .map(PromotionPlan::versionNumber)
                .orElseThrow();
    }

    List<Remark> remarks(UUID documentId) {
        List<Remark> remarks = new ArrayList<>();
        List<PromotionPlan> editions = plans.findByDocumentIdOrderByEdition(documentId);
        for (PromotionPlan edition : editions) {
            PlanContent content = documents.content(edition.versionId(), PlanContent.class);
            boolean last = edition == editions.get(editions.size() - 1);
            if (last && content.overrun().isPositive()) {
                remarks.add(new Remark(
                        edition.openedAt(),
                        sentences.text(
                                "plan.remark.over", edition.versionNumber(), content.planned(), content.overrun()),
                        Remark.Tone.WARN));
            }
            remarks.addAll(remarksOf(edition));
        }
        return remarks;
    }

    private List<Remark> remarksOf(PromotionPlan edition) {
        List<Remark> remarks = new ArrayList<>();
        if (edition.supersededBy() != null) {
            List<String> vanished = items.of(edition.id()).stream()
                    .filter(item -> item.state() == PlanItemState.SUPERSEDED)
                    .map(PlanItem::title)
                    .toList();
            String text = vanished.isEmpty()
                    ? sentences.text("plan.remark.superseded", edition.versionNumber(), supersededBy(edition))
                    : sentences.text(
                            "plan.remark.supersededTasks",
                            edition.versionNumber(),
                            supersededBy(edition),
                            vanished.size(),
                            vanished);
            remarks.add(new Remark(edition.supersededAt(), text, Remark.Tone.WARN));
        }
        if (edition.state() == PlanState.ABANDONED) {
            remarks.add(new Remark(
                    edition.endedAt(),
                    sentences.text(
                            "plan.remark.abandoned",
                            edition.versionNumber(),
                            staff.displayName(edition.endedBy()),
                            edition.endReason()),
                    Remark.Tone.INFO));
        }
        evaluations.findById(edition.id()).ifPresent(evaluation -> remarks.add(evaluated(edition, evaluation)));
        return remarks;
    }

    private Remark evaluated(PromotionPlan edition, PlanEvaluation evaluation) {
        Money overrun = evaluation.spending().overrun();
        String spent = overrun.isPositive()
                ? sentences.text("plan.remark.spentOver", evaluation.spending().actual(), overrun)
                : sentences.text(
                        "plan.remark.spentWithin", evaluation.spending().actual());
        return new Remark(
                evaluation.evaluatedAt(),
                sentences.text("plan.remark.evaluated", edition.versionNumber(), spent, evaluation.assessment()),
                overrun.isPositive() ? Remark.Tone.WARN : Remark.Tone.INFO);
    }

    /** What an edition may cost, was to cost and has cost so far. */
    PlanSpending spending(PromotionPlan edition) {
        PlanContent content = documents.content(edition.versionId(), PlanContent.class);
        Money activities = Money.sum(Stream.concat(
                        items.of(edition.id()).stream(),
                        struckOut(edition).stream().map(StruckOut::item))
                .map(PlanItem::actualCost)
                .filter(Objects::nonNull)
                .toList());
        return new PlanSpending(content.budget(), content.planned(), activities.plus(content.fees()));
    }

    /** The activities that earlier editions carried out and this one no longer lists: nobody gets their money back. */
    List<StruckOut> struckOut(PromotionPlan edition) {
        Set<String> carriedOver = items.of(edition.id()).stream()
                .filter(item -> item.kind() == PlanItemKind.ACTIVITY && item.state() == PlanItemState.CARRIED_OVER)
                .map(PlanItem::key)
                .collect(Collectors.toSet());
        return plans.findByDocumentIdOrderByEdition(edition.documentId()).stream()
                .filter(earlier -> earlier.edition() < edition.edition())
                .flatMap(earlier -> items.of(earlier.id()).stream()
                        .filter(item -> item.kind() == PlanItemKind.ACTIVITY && item.state() == PlanItemState.DONE)
                        .filter(item -> !carriedOver.contains(item.key()))
                        .map(item -> new StruckOut(item, earlier.versionNumber())))
                .toList();
    }

    /** What is approved of a document, or else its latest edition. */
    PromotionPlan toCopy(UUID documentId) {
        return documents
                .approvedVersion(documentId)
                .flatMap(approved -> plans.findByDocumentIdOrderByEdition(documentId).stream()
                        .filter(plan -> approved.equals(plan.versionId()))
                        .findFirst())
                .orElseGet(() -> latest(documentId));
    }

    /** The latest edition of a document, whatever became of it. */
    PromotionPlan latest(UUID documentId) {
        List<PromotionPlan> editions = plans.findByDocumentIdOrderByEdition(documentId);
        return editions.get(editions.size() - 1);
    }

    /** The editions of a document that ever counted or may yet. */
    Stream<PromotionPlan> alive(UUID documentId) {
        return plans.findByDocumentIdOrderByEdition(documentId).stream()
                .filter(plan -> plan.state() != PlanState.ABANDONED && plan.state() != PlanState.REJECTED);
    }
}

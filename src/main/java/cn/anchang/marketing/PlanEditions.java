package cn.anchang.marketing;

import cn.anchang.approval.Documents;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The editions of plans beside their documents: opened together, written together. */
@Component
class PlanEditions {

    private final PromotionPlans plans;
    private final PlanProposals proposals;
    private final PlanDrafting drafting;
    private final Documents documents;
    private final UnitCatalogue units;
    private final Sentences sentences;
    private final Clock clock;

    PlanEditions(
            PromotionPlans plans,
            PlanProposals proposals,
            PlanDrafting drafting,
            Documents documents,
            UnitCatalogue units,
            Sentences sentences,
            Clock clock) {
        this.plans = plans;
        this.proposals = proposals;
        this.drafting = drafting;
        this.documents = documents;
        this.units = units;
        this.sentences = sentences;
        this.clock = clock;
    }

    PromotionPlan plan(UUID planId) {
        return plans.findById(planId).orElseThrow(() -> new IllegalArgumentException("No promotion plan " + planId));
    }

    PlanContent content(PromotionPlan plan) {
        return documents.content(plan.versionId(), PlanContent.class);
    }

    Optional<String> projectName(UUID projectId) {
        return units.project(projectId).map(ProjectView::name);
    }

    /** A plan of its own, as a new document. */
    PromotionPlan openNew(UUID projectId, PlanContent content, UUID follows, String by) {
        UUID documentId = documents.open(PlanKind.CODE, title(projectId, content), projectId, by);
        PromotionPlan plan =
                new PromotionPlan(documentId, documents.view(documentId).no(), projectId, by, clock.instant());
        plan.follow(follows);
        return write(plan, content, by);
    }

    /** The same content in a new document. */
    PromotionPlan openCopy(PromotionPlan original, String by) {
        PlanContent content = content(original);
        UUID documentId = documents.copy(original.documentId(), title(original.projectId(), content), by);
        PromotionPlan plan = new PromotionPlan(
                documentId, documents.view(documentId).no(), original.projectId(), by, clock.instant());
        return write(plan, content, by);
    }

    /** The next edition of a document, which begins with what is approved of it. */
    PromotionPlan openRevision(PromotionPlan base, List<ProposalLine> lines, UUID summaryId, String by) {
        int number = plans.findByDocumentIdOrderByEdition(base.documentId()).size() + 1;
        PromotionPlan plan = base.revision(number, summaryId, by, clock.instant());
        return take(plan, content(base), lines, summaryId, by);
    }

    /** A draft takes the proposals of a summary. */
    PromotionPlan take(PromotionPlan draft, PlanContent content, List<ProposalLine> lines, UUID summaryId, String by) {
        if (summaryId != null) {
            draft.ledHereBy(summaryId);
        }
        PromotionPlan written = write(draft, drafting.with(content, lines), by);
        proposals.saveAll(lines.stream()
                .map(line -> new PlanProposal(written.id(), summaryId, line))
                .toList());
        return written;
    }

    /** What a summary has put into the draft. */
    List<PlanProposal> proposalsIn(PromotionPlan draft) {
        return proposals.findByPlanIdIn(List.of(draft.id()));
    }

    /** Writes the open draft of the edition. */
    PromotionPlan write(PromotionPlan plan, PlanContent content, String by) {
        UUID versionId = documents.draft(plan.documentId(), content, by);
        documents.retitle(plan.documentId(), title(plan.projectId(), content));
        plan.written(versionId, documents.versionView(versionId).version(), content);
        return plans.saveAndFlush(plan);
    }

    /** For example 推广计划 TG-2026-000001 第 2 版. */
    String subject(PromotionPlan plan) {
        return documents.subject(plan.versionId());
    }

    private String title(UUID projectId, PlanContent content) {
        String stage = content.stage() == null ? sentences.text("plan.stageToBeNamed") : content.stage();
        return sentences.text("plan.title", projectName(projectId).orElse(""), stage);
    }
}

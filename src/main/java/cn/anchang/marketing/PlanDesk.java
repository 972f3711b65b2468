package cn.anchang.marketing;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Documents;
import cn.anchang.approval.SubmitOutcome;
import cn.anchang.approval.VersionRejected;
import cn.anchang.approval.VersionReturned;
import cn.anchang.approval.VersionWithdrawn;
import cn.anchang.marketing.PlanOutcome.PlanAbandoned;
import cn.anchang.marketing.PlanOutcome.PlanActivityTooEarly;
import cn.anchang.marketing.PlanOutcome.PlanAmountNegative;
import cn.anchang.marketing.PlanOutcome.PlanAmountTooLarge;
import cn.anchang.marketing.PlanOutcome.PlanBegun;
import cn.anchang.marketing.PlanOutcome.PlanDeclined;
import cn.anchang.marketing.PlanOutcome.PlanDoneInFuture;
import cn.anchang.marketing.PlanOutcome.PlanEvaluated;
import cn.anchang.marketing.PlanOutcome.PlanFileNoTaken;
import cn.anchang.marketing.PlanOutcome.PlanGrew;
import cn.anchang.marketing.PlanOutcome.PlanInForce;
import cn.anchang.marketing.PlanOutcome.PlanItemDone;
import cn.anchang.marketing.PlanOutcome.PlanListOutdated;
import cn.anchang.marketing.PlanOutcome.PlanProjectUnknown;
import cn.anchang.marketing.PlanOutcome.PlanReasonMissing;
import cn.anchang.marketing.PlanOutcome.PlanStageBackwards;
import cn.anchang.marketing.PlanOutcome.PlanSubmitted;
import cn.anchang.marketing.PlanOutcome.PlanSuppliersScored;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a promotion plan is written, handed out, carried out and evaluated, step by step. */
@Service
@Transactional
public class PlanDesk {

    private final PromotionPlans plans;
    private final PlanItems items;
    private final PlanEvaluations evaluations;
    private final SupplierScores scores;
    private final PlanEditions editions;
    private final PlanDrafting drafting;
    private final PlanHistory history;
    private final PlanForms forms;
    private final PlanLetters letters;
    private final PromotionPlanProcess process;
    private final ObjectProvider<StageSummaries> summaries;
    private final Documents documents;
    private final Approvals approvals;
    private final Staff staff;
    private final Sentences sentences;
    private final Clock clock;

    /** @param summaries know the plans in turn, so they are asked for when a stage has ended */
    PlanDesk(
            PromotionPlans plans,
            PlanItems items,
            PlanEvaluations evaluations,
            SupplierScores scores,
            PlanEditions editions,
            PlanDrafting drafting,
            PlanHistory history,
            PlanForms forms,
            PlanLetters letters,
            PromotionPlanProcess process,
            ObjectProvider<StageSummaries> summaries,
            Documents documents,
            Approvals approvals,
            Staff staff,
            Sentences sentences,
            Clock clock) {
        this.plans = plans;
        this.items = items;
        this.evaluations = evaluations;
        this.scores = scores;
        this.editions = editions;
        this.drafting = drafting;
        this.history = history;
        this.forms = forms;
        this.letters = letters;
        this.process = process;
        this.summaries = summaries;
        this.documents = documents;
        this.approvals = approvals;
        this.staff = staff;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** 发起推广计划: a document with nothing in it but its stage. */
    public PlanOutcome begin(PlanStartForm form, String by) {
        if (editions.projectName(form.projectId()).isEmpty()) {
            return new PlanProjectUnknown();
        } else if (form.endsOn().isBefore(form.startsOn())) {
            return new PlanStageBackwards(form.startsOn(), form.endsOn());
        }
        PromotionPlan plan = editions.openNew(form.projectId(), PlanDrafting.begun(form), null, by);
        return new PlanBegun(plan.id(), editions.subject(plan));
    }

    /** 编制推广计划: the draft goes before its approvers, or is given up. */
    public PlanOutcome draft(UUID planId, PlanDraftForm form, String by) {
        return form.outcome() == PlanDraftForm.Step.ABANDON
                ? abandon(planId, form.reason(), by)
                : submit(planId, form, by);
    }

    private PlanOutcome abandon(UUID planId, String reason, String by) {
        if (reason == null || reason.isBlank()) {
            return new PlanReasonMissing();
        }
        PromotionPlan plan = editions.plan(planId);
        plan.abandoned(by, reason, clock.instant());
        if (plan.edition() == 1) {
            documents.abandon(plan.documentId(), reason, by);
        } else {
            documents.discard(plan.documentId());
        }
        forms.forgetAll(planId);
        return new PlanAbandoned();
    }

    private PlanOutcome submit(UUID planId, PlanDraftForm form, String by) {
        PromotionPlan plan = editions.plan(planId);
        List<PlanProposal> joined = joinedSince(plan, form);
        if (!joined.isEmpty()) {
            return new PlanGrew(joined.stream().map(PlanProposal::title).toList());
        }
        PlanContent content = drafting.keyed(form.content(), editions.content(plan));
        Optional<PlanOutcome> problem =
                new PlanChecks(content, sentences, owner -> staff.isMember(owner, Staff.MARKETING)).problem();
        if (problem.isPresent()) {
            return problem.get();
        }
        editions.write(plan, content, by);
        SubmitOutcome outcome = documents.submit(plan.documentId(), form.changed(), by);
        if (outcome instanceof Refusal no) {
            return new PlanDeclined(no);
        }
        plan.submitted();
        forms.forgetAll(planId);
        return new PlanSubmitted(plan.versionId(), editions.subject(plan));
    }

    /** 暂存: what is there of the draft, finished or not, and what a summary proposed meanwhile. */
    void keep(UUID planId, PlanDraftForm form, String by) {
        PromotionPlan plan = editions.plan(planId);
        PlanContent stored = editions.content(plan);
        PlanContent written = drafting.keyed(form.content(), stored);
        editions.write(plan, drafting.regained(written, stored, joinedSince(plan, form)), by);
    }

    /** What a summary has put into the draft since the form was opened. */
    private List<PlanProposal> joinedSince(PromotionPlan draft, PlanDraftForm form) {
        return editions.proposalsIn(draft).stream()
                .filter(proposal -> !form.knownProposals().contains(proposal.proposalKey()))
                .toList();
    }

    @EventListener
    void returned(VersionReturned event) {
        ofVersion(event.kind(), event.versionId()).ifPresent(PromotionPlan::cameBack);
    }

    @EventListener
    void withdrawn(VersionWithdrawn event) {
        ofVersion(event.kind(), event.versionId()).ifPresent(PromotionPlan::cameBack);
    }

    @EventListener
    void rejected(VersionRejected event) {
        ofVersion(event.kind(), event.versionId())
                .ifPresent(plan -> plan.rejected(event.by(), event.reason(), event.at()));
    }

    private Optional<PromotionPlan> ofVersion(String kind, UUID versionId) {
        return kind.equals(PlanKind.CODE) ? plans.findByVersionId(versionId) : Optional.empty();
    }

    /**
     * 启用推广计划: from now on this edition counts. The one before gives way, visibly. An activity that took place is carried
     * over though its line has changed, for its money is spent; of the rest what is done and asked for unchanged. Everything else
     * is handed out.
     *
     * @throws IllegalStateException when the content is not what was approved
     */
    public PlanInForce putInForce(UUID planId) {
        PromotionPlan plan = editions.plan(planId);
        if (!approvals.holds(plan.versionId())) {
            throw new IllegalStateException("%s is not what was approved".formatted(editions.subject(plan)));
        }
        Instant now = clock.instant();
        Optional<PromotionPlan> before = history.alive(plan.documentId())
                .filter(edition -> edition.edition() < plan.edition())
                .reduce((earlier, later) -> later);
        before.ifPresent(old -> {
            boolean running = old.state() == PlanState.IN_FORCE;
            old.giveWayTo(plan.id(), now);
            plans.saveAndFlush(old);
            documents.supersede(old.versionId(), plan.versionId());
            if (running) {
                process.superseded(old.id());
            }
        });
        plan.inForce(now);
        plans.saveAndFlush(plan);
        List<PlanItem> asked = itemsOf(plan, before);
        items.saveAllAndFlush(asked);
        return new PlanInForce(
                open(asked, PlanItemKind.SHOW_FLAT),
                open(asked, PlanItemKind.CONSTRUCTION),
                open(asked, PlanItemKind.ACTIVITY),
                endOf(plan.endsOn()),
                documents.workbook(plan.versionId()));
    }

    private List<PlanItem> itemsOf(PromotionPlan plan, Optional<PromotionPlan> before) {
        PlanContent content = editions.content(plan);
        List<PlanItem> asked = new ArrayList<>();
        asked.add(PlanItem.filing(plan.id(), sentences.text("plan.item.filing", editions.subject(plan))));
        content.showFlatChanges().forEach(line -> asked.add(PlanItem.of(plan.id(), line)));
        content.constructionAsks().forEach(line -> asked.add(PlanItem.of(plan.id(), line)));
        content.activities().forEach(line -> asked.add(PlanItem.of(plan.id(), line)));
        before.ifPresent(old -> carryOver(old, content, asked));
        for (PlanItemKind kind : PlanItemKind.values()) {
            List<PlanItem> handedOut = asked.stream()
                    .filter(item -> item.kind() == kind && !item.isDone())
                    .toList();
            for (int turn = 0; turn < handedOut.size(); turn++) {
                handedOut.get(turn).handOutAs(turn);
            }
        }
        return asked;
    }

    private void carryOver(PromotionPlan old, PlanContent content, List<PlanItem> asked) {
        PlanContent then = editions.content(old);
        Map<String, PlanItem> done = items.of(old.id()).stream()
                .filter(PlanItem::isDone)
                .collect(Collectors.toMap(item -> item.kind() + item.key(), Function.identity()));
        for (PlanItem item : asked) {
            boolean stands = item.kind() == PlanItemKind.ACTIVITY
                    || then.line(item.key()).isPresent()
                            && then.line(item.key()).equals(content.line(item.key()));
            PlanItem past = done.get(item.kind() + item.key());
            if (stands && past != null) {
                item.carryOver(past);
            }
        }
    }

    private static int open(List<PlanItem> items, PlanItemKind kind) {
        return (int) items.stream()
                .filter(item -> item.kind() == kind && !item.isDone())
                .count();
    }

    /** 记录被取代: what this edition had handed out and is not done ends here; whoever had it on the table is told. */
    public void recordSuperseded(UUID planId) {
        PromotionPlan plan = editions.plan(planId);
        if (!plan.superseded(clock.instant())) {
            return;
        }
        plans.saveAndFlush(plan);
        List<PlanItem> undone =
                items.of(planId).stream().filter(PlanItem::superseded).toList();
        forms.forgetAll(planId);
        letters.superseded(plan, editions.plan(plan.supersededBy()), editions.subject(plan), undone);
    }

    /** What is handed out to the n-th of those who do the same kind of thing at the same time. */
    @Transactional(readOnly = true)
    public PlanItem item(UUID planId, PlanItemKind kind, int turn) {
        return items.findByPlanIdAndKindAndTurn(planId, kind, turn)
                .orElseThrow(() -> new IllegalArgumentException("%s has no %s %d".formatted(planId, kind, turn)));
    }

    /** 归档备案. */
    public PlanOutcome file(UUID planId, PlanFilingForm form, String by) {
        if (form.filedOn().isAfter(today())) {
            return new PlanDoneInFuture(form.filedOn());
        } else if (items.existsByKindAndResultAndPlanIdNot(PlanItemKind.FILING, form.fileNo(), planId)) {
            return new PlanFileNoTaken(form.fileNo());
        }
        item(planId, PlanItemKind.FILING, PlanItem.FILING_KEY).done(form.filedOn(), form.fileNo(), by, clock.instant());
        return new PlanItemDone();
    }

    /** 落实示范单位调整, 调整工程进度. */
    public PlanOutcome done(UUID planId, PlanItemKind kind, String key, PlanItemForm form, String by) {
        if (form.doneOn().isAfter(today())) {
            return new PlanDoneInFuture(form.doneOn());
        }
        item(planId, kind, key).done(form.doneOn(), form.result(), by, clock.instant());
        forms.forgetItem(planId, key);
        return new PlanItemDone();
    }

    /** 开展活动: with what it cost and what it brought. A cost above the plan's is not refused; it shows in the evaluation. */
    public PlanOutcome carriedOut(UUID planId, String key, PlanActivityForm form, String by) {
        PlanItem activity = item(planId, PlanItemKind.ACTIVITY, key);
        if (form.doneOn().isAfter(today())) {
            return new PlanDoneInFuture(form.doneOn());
        } else if (form.doneOn().isBefore(activity.startsOn())) {
            return new PlanActivityTooEarly(form.doneOn(), activity.startsOn());
        } else if (form.actualCost().isNegative()) {
            return new PlanAmountNegative(sentences.text("plan.actualCost"));
        } else if (form.actualCost().isMoreThan(PlanChecks.MOST)) {
            return new PlanAmountTooLarge(sentences.text("plan.actualCost"), PlanChecks.MOST);
        }
        activity.done(form.doneOn(), form.result(), by, clock.instant());
        activity.cost(form.actualCost(), form.visits(), form.leads());
        forms.forgetItem(planId, key);
        return new PlanItemDone();
    }

    private PlanItem item(UUID planId, PlanItemKind kind, String key) {
        return items.findByPlanIdAndKindAndItemKey(planId, kind, key)
                .orElseThrow(() -> new IllegalArgumentException("%s has no %s %s".formatted(planId, kind, key)));
    }

    /** 开启阶段总结, once for a stage, whichever edition is in force when it ends. */
    public void endStage(UUID planId) {
        PromotionPlan plan = editions.plan(planId);
        if (plan.stageEnded()) {
            plans.saveAndFlush(plan);
            summaries.getObject().open(planId);
        }
    }

    /** 评价推广方案: planned against actual, and a word on each activity. */
    public PlanOutcome evaluate(UUID planId, PlanEvaluationForm form, String by) {
        PromotionPlan plan = editions.plan(planId);
        Map<String, PlanItem> activities = items.of(planId).stream()
                .filter(item -> item.kind() == PlanItemKind.ACTIVITY)
                .collect(Collectors.toMap(PlanItem::key, Function.identity()));
        Set<String> judged =
                form.activities().stream().map(PlanEvaluationForm.Verdict::key).collect(Collectors.toSet());
        if (!judged.equals(activities.keySet())
                || judged.size() != form.activities().size()) {
            return new PlanListOutdated();
        }
        form.activities().forEach(verdict -> activities.get(verdict.key()).judged(verdict.verdict()));
        evaluations.save(new PlanEvaluation(planId, history.spending(plan), form, by, clock.instant()));
        forms.forgetAll(planId);
        boolean suppliersEngaged = !editions.content(plan).suppliers().isEmpty();
        if (!suppliersEngaged) {
            plan.closed(by, clock.instant());
        }
        return new PlanEvaluated(suppliersEngaged, form.nextPlanWanted());
    }

    /** 评价营销供应商工作成效: each supplier by each criterion. */
    public PlanOutcome scoreSuppliers(UUID planId, PlanSupplierForm form, String by) {
        PromotionPlan plan = editions.plan(planId);
        Map<String, PlanSupplierForm.Score> given = new HashMap<>();
        form.scores().forEach(score -> given.put(score.key(), score));
        List<PlanForms.Asked> asked = forms.asked(editions.content(plan));
        Set<String> expected = asked.stream().map(PlanForms.Asked::key).collect(Collectors.toSet());
        if (!given.keySet().equals(expected) || form.scores().size() != expected.size()) {
            return new PlanListOutdated();
        }
        Instant now = clock.instant();
        scores.saveAll(asked.stream()
                .map(one -> new SupplierScore(planId, one.supplier(), one.criterion(), given.get(one.key()), by, now))
                .toList());
        plan.closed(by, now);
        forms.forgetAll(planId);
        return new PlanSuppliersScored();
    }

    /** 开启下阶段计划: with what this stage taught, its suppliers' scores included. */
    public UUID openNext(UUID planId) {
        PromotionPlan plan = editions.plan(planId);
        PlanEvaluation evaluation = evaluations.findById(planId).orElseThrow();
        return openNext(plan, forms.lessons(evaluation), evaluation.evaluatedBy());
    }

    UUID openNext(PromotionPlan plan, String conclusions, String by) {
        PromotionPlan next =
                editions.openNew(plan.projectId(), drafting.next(editions.content(plan), conclusions), plan.id(), by);
        process.revisionAsked(next.id(), editions.subject(next));
        return next.id();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}

package cn.anchang.marketing;

import cn.anchang.approval.Documents;
import cn.anchang.approval.SubmitOutcome;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.approval.VersionApproved;
import cn.anchang.approval.VersionRejected;
import cn.anchang.approval.VersionReturned;
import cn.anchang.approval.VersionWithdrawn;
import cn.anchang.approval.VersionWorkbook;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.marketing.RevisionOutcome.NoPlanToRevise;
import cn.anchang.marketing.RevisionOutcome.NoProposalChosen;
import cn.anchang.marketing.RevisionOutcome.ProposalNotApproved;
import cn.anchang.marketing.RevisionOutcome.RevisionDecided;
import cn.anchang.marketing.StageSummaryForm.ProposalRow;
import cn.anchang.marketing.StageSummaryForm.SuggestionLine;
import cn.anchang.marketing.SummaryContent.ActivityDone;
import cn.anchang.marketing.SummaryContent.Answer;
import cn.anchang.marketing.SummaryContent.Cited;
import cn.anchang.marketing.SummaryContent.Planned;
import cn.anchang.marketing.SummaryContent.Proposal;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryExists;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryOpened;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryPeriodBackwards;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryPeriodMissing;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryPeriodNotOver;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryPlanMissing;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryPlanNotInForce;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryProjectMissing;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryStageNotBegun;
import cn.anchang.marketing.SummaryWriteOutcome.SummaryGuideOpen;
import cn.anchang.marketing.SummaryWriteOutcome.SummaryNotSubmitted;
import cn.anchang.marketing.SummaryWriteOutcome.SummaryProposalTwice;
import cn.anchang.marketing.SummaryWriteOutcome.SummarySubmitted;
import cn.anchang.shared.Period;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a stage is summed up: opened when it ends or by hand, its numbers frozen anew with each version, written, and at last used
 * to decide whether the plan is revised. Each method is one step, in one transaction.
 */
@Service
@Transactional
public class SummaryDesk implements StageSummaries {

    static final String KIND = "stage-summary";

    private final StageSummaryRows summaries;
    private final SiteFigures figures;
    private final ObjectProvider<Plans> plans;
    private final Documents documents;
    private final UnitCatalogue units;
    private final SummarySettings settings;
    private final SummaryProcess process;
    private final Sentences sentences;
    private final Clock clock;

    SummaryDesk(
            StageSummaryRows summaries,
            SiteFigures figures,
            ObjectProvider<Plans> plans,
            Documents documents,
            UnitCatalogue units,
            SummarySettings settings,
            SummaryProcess process,
            Sentences sentences,
            Clock clock) {
        this.summaries = summaries;
        this.figures = figures;
        this.plans = plans;
        this.documents = documents;
        this.units = units;
        this.settings = settings;
        this.process = process;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** The stage of a plan is over: its summary is opened and its process begun, unless somebody has been quicker. */
    @Override
    public void open(UUID planId) {
        PlanView plan = plans().find(planId).orElseThrow();
        Period stage = new Period(plan.content().startsOn(), plan.content().endsOn());
        summaries.oneAtATime(plan.projectId().toString());
        if (summaries.about(plan.projectId(), stage.from(), stage.to()).isEmpty()) {
            StageSummary summary = opened(project(plan.projectId()).orElseThrow(), plan, stage, null);
            process.stageEnded(summary.id());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Source> find(UUID summaryId) {
        return summaries.findById(summaryId).map(summary -> new Source(summary.no(), summary.documentId()));
    }

    /** 发起 by hand, about a stage as far as it has come, or about days that are over. */
    public SummaryOpenOutcome open(SummaryStartForm form, String by) {
        return form.basis() == SummaryBasis.PLAN ? openStage(form, by) : openPeriod(form, by);
    }

    private SummaryOpenOutcome openStage(SummaryStartForm form, String by) {
        Optional<PlanView> found = form.planId() == null ? Optional.empty() : plans().find(form.planId());
        if (found.isEmpty()) {
            return new SummaryPlanMissing();
        }
        PlanView plan = found.get();
        LocalDate startsOn = plan.content().startsOn();
        if (plan.state() != PlanState.IN_FORCE) {
            return new SummaryPlanNotInForce(plan.no());
        } else if (startsOn.isAfter(today())) {
            return new SummaryStageNotBegun(startsOn);
        }
        LocalDate endsOn = plan.content().endsOn();
        Period soFar = new Period(startsOn, endsOn.isAfter(today()) ? today() : endsOn);
        return openOnce(project(plan.projectId()).orElseThrow(), plan, soFar, by);
    }

    private SummaryOpenOutcome openPeriod(SummaryStartForm form, String by) {
        Optional<ProjectView> project = form.projectId() == null ? Optional.empty() : project(form.projectId());
        if (project.isEmpty()) {
            return new SummaryProjectMissing();
        } else if (form.from() == null || form.to() == null) {
            return new SummaryPeriodMissing();
        } else if (form.to().isBefore(form.from())) {
            return new SummaryPeriodBackwards(form.from(), form.to());
        } else if (form.to().isAfter(today())) {
            return new SummaryPeriodNotOver(today());
        }
        return openOnce(project.get(), null, new Period(form.from(), form.to()), by);
    }

    private SummaryOpenOutcome openOnce(ProjectView project, PlanView plan, Period period, String by) {
        summaries.oneAtATime(project.id().toString());
        return summaries
                .about(project.id(), period.from(), period.to())
                .<SummaryOpenOutcome>map(there -> new SummaryExists(there.no(), period.from(), period.to()))
                .orElseGet(() ->
                        new SummaryOpened(opened(project, plan, period, by).id()));
    }

    private StageSummary opened(ProjectView project, PlanView plan, Period period, String by) {
        String title = plan == null
                ? sentences.text("summary.title.period", project.name(), period.from(), period.to())
                : sentences.text(
                        "summary.title.stage", project.name(), plan.content().stage());
        UUID document = documents.open(KIND, title, project.id(), by == null ? itself() : by);
        return summaries.save(new StageSummary(
                document,
                documents.view(document).no(),
                title,
                project.id(),
                project.name(),
                plan == null ? null : plan.planId(),
                period,
                by,
                clock.instant()));
    }

    /**
     * 预填: freezes the numbers of now into the draft; what its author had written stays. No person prepares by this, so that nobody
     * is kept from deciding for having begun a summary (R36).
     *
     * @return what a task list shows of it
     */
    public String prefill(UUID summaryId) {
        StageSummary summary = found(summaryId);
        Optional<SummaryContent> before = documents
                .currentVersion(summary.documentId())
                .map(version -> documents.content(version, SummaryContent.class));
        SummaryContent content = new SummaryContent(
                summary.projectName(),
                figures.of(summary.projectId(), summary.period()),
                summary.planId() == null ? null : planned(summary.planId()),
                before.map(SummaryContent::answers).orElse(List.of()),
                before.map(SummaryContent::cited).orElse(List.of()),
                before.map(SummaryContent::proposals).orElse(List.of()));
        return documents.subject(documents.draft(summary.documentId(), content, itself()));
    }

    private Planned planned(UUID planId) {
        PlanView plan = plans().find(planId).orElseThrow();
        PlanContent content = plan.content();
        Map<String, CarriedOut> done = plans().carriedOut(planId).stream()
                .collect(Collectors.toMap(
                        CarriedOut::activityKey, Function.identity(), (one, later) -> later, LinkedHashMap::new));
        return new Planned(
                plan.no(),
                plan.version(),
                content.stage(),
                content.startsOn(),
                content.endsOn(),
                content.goals(),
                content.visits(),
                content.subscriptions(),
                content.contracts(),
                content.receipts(),
                content.budget(),
                content.fees(),
                Stream.concat(
                                content.activities().stream().map(activity -> done(activity, done.get(activity.key()))),
                                done.values().stream()
                                        .filter(one ->
                                                content.line(one.activityKey()).isEmpty())
                                        .map(SummaryDesk::struckOut))
                        .toList());
    }

    /** It took place under an edition before this, and has been paid for. */
    private static ActivityDone struckOut(CarriedOut done) {
        return new ActivityDone(
                done.activityKey(),
                done.title(),
                done.channel(),
                done.planned(),
                done.on(),
                done.cost(),
                done.result());
    }

    private static ActivityDone done(PlanContent.Activity activity, CarriedOut done) {
        return new ActivityDone(
                activity.key(),
                activity.title(),
                activity.channel(),
                activity.cost(),
                done == null ? null : done.on(),
                done == null ? null : done.cost(),
                done == null ? null : done.result());
    }

    /** 暂存: as it is, whatever is missing. */
    public void keep(UUID summaryId, StageSummaryForm form, String by) {
        StageSummary summary = found(summaryId);
        documents.draft(summary.documentId(), written(draft(summary), form), by);
    }

    /** 编写完成: the summary goes before its approvers, with the numbers its author had before them. */
    public SummaryWriteOutcome submit(UUID summaryId, StageSummaryForm form, String by) {
        StageSummary summary = found(summaryId);
        Set<String> answered =
                form.answers().stream().map(StageSummaryForm.Answer::code).collect(Collectors.toSet());
        List<String> open = settings.guide().stream()
                .filter(question -> !answered.contains(question.code()))
                .map(SummarySettings.Question::title)
                .toList();
        if (!open.isEmpty()) {
            return new SummaryGuideOpen(open);
        }
        SummaryContent content = written(draft(summary), form);
        Set<String> keys = new HashSet<>();
        Optional<Proposal> twice = content.proposals().stream()
                .filter(line -> !keys.add(line.key()))
                .findFirst();
        if (twice.isPresent()) {
            return new SummaryProposalTwice(twice.get().what());
        }
        documents.draft(summary.documentId(), content, by);
        SubmitOutcome outcome = documents.submit(summary.documentId(), form.changed(), by);
        if (outcome instanceof Submitted submitted) {
            summary.submitted();
            return new SummarySubmitted(submitted.versionId());
        }
        return new SummaryNotSubmitted((Refusal) outcome);
    }

    private SummaryContent draft(StageSummary summary) {
        return documents.content(documents.currentVersion(summary.documentId()).orElseThrow(), SummaryContent.class);
    }

    private SummaryContent written(SummaryContent draft, StageSummaryForm form) {
        Map<String, String> titles = settings.guide().stream()
                .collect(Collectors.toMap(SummarySettings.Question::code, SummarySettings.Question::title));
        Map<String, SuggestionLine> taken = listed(form.suggestions()).stream()
                .filter(line -> Boolean.TRUE.equals(line.cited()))
                .collect(Collectors.toMap(SuggestionLine::key, Function.identity(), (one, same) -> one));
        return draft.written(
                listed(form.answers()).stream()
                        .filter(answer -> titles.containsKey(answer.code()) && answer.text() != null)
                        .map(answer -> new Answer(answer.code(), titles.get(answer.code()), answer.text()))
                        .toList(),
                draft.figures().suggestions().stream()
                        .filter(said -> taken.containsKey(said.key()))
                        .map(said -> new Cited(
                                said.key(),
                                said.source(),
                                said.on(),
                                said.text(),
                                taken.get(said.key()).response()))
                        .toList(),
                listed(form.proposals()).stream().map(SummaryDesk::proposal).toList());
    }

    private static Proposal proposal(ProposalRow row) {
        return new Proposal(row.key(), row.kind(), row.what(), row.reason(), row.cost(), row.by());
    }

    private static <T> List<T> listed(List<T> lines) {
        return lines == null ? List.of() : lines;
    }

    /** @return what was approved, as a workbook */
    @Transactional(readOnly = true)
    public VersionWorkbook workbook(UUID versionId) {
        return documents.workbook(versionId);
    }

    /** 决定是否修订推广计划, on the approved version. */
    public RevisionOutcome decide(UUID summaryId, RevisionDecisionForm form, String by) {
        StageSummary summary = found(summaryId);
        if (!form.revise()) {
            summary.planStands(form.reason(), by, clock.instant());
            return new RevisionDecided(false);
        }
        SummaryContent approved = approved(summary);
        List<String> keys = form.chosenKeys();
        Optional<String> unknown =
                keys.stream().filter(key -> approved.proposal(key).isEmpty()).findFirst();
        if (keys.isEmpty()) {
            return new NoProposalChosen();
        } else if (unknown.isPresent()) {
            return new ProposalNotApproved(unknown.get());
        } else if (planToRevise(summary).isEmpty()) {
            return new NoPlanToRevise(summary.projectName());
        }
        summary.planIsRevised(keys, form.reason(), by, clock.instant());
        return new RevisionDecided(true);
    }

    /**
     * 发起计划修订: each chosen proposal becomes a line of the plan's next edition, which keeps where it came from. Nobody has
     * written it yet: who decided that there is to be one may still review it.
     *
     * @throws cn.anchang.shared.Refused while the next edition is being approved
     */
    public void openRevision(UUID summaryId) {
        StageSummary summary = found(summaryId);
        SummaryContent approved = approved(summary);
        List<ProposalLine> lines = summary.chosen().stream()
                .map(key -> approved.proposal(key).orElseThrow())
                .map(chosen -> new ProposalLine(
                        chosen.key(), chosen.kind(), chosen.what(), chosen.reason(), chosen.by(), chosen.cost()))
                .toList();
        UUID plan = planToRevise(summary).orElseThrow();
        summary.ledTo(plans().openRevision(plan, lines, summaryId, itself()));
    }

    /** The plan the project is promoted by now; that of the stage, when a later one is not in force yet. */
    private Optional<UUID> planToRevise(StageSummary summary) {
        return plans().inForce(summary.projectId())
                .map(PlanView::planId)
                .or(() -> Optional.ofNullable(summary.planId()));
    }

    private SummaryContent approved(StageSummary summary) {
        return documents.content(documents.approvedVersion(summary.documentId()).orElseThrow(), SummaryContent.class);
    }

    @EventListener
    void on(VersionApproved event) {
        ours(event.kind(), event.documentId()).ifPresent(StageSummary::approved);
    }

    @EventListener
    void on(VersionRejected event) {
        ours(event.kind(), event.documentId()).ifPresent(StageSummary::rejected);
    }

    @EventListener
    void on(VersionReturned event) {
        ours(event.kind(), event.documentId()).ifPresent(StageSummary::reopened);
    }

    @EventListener
    void on(VersionWithdrawn event) {
        ours(event.kind(), event.documentId()).ifPresent(StageSummary::reopened);
    }

    private Optional<StageSummary> ours(String kind, UUID documentId) {
        return kind.equals(KIND) ? summaries.findByDocumentId(documentId) : Optional.empty();
    }

    /** The name under which a document is prepared that nobody's click prepared. */
    private String itself() {
        return sentences.text("summary.itself");
    }

    private Optional<ProjectView> project(UUID projectId) {
        return units.project(projectId);
    }

    /** Asked late: plans ask after the summaries they came from. */
    private Plans plans() {
        return plans.getObject();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private StageSummary found(UUID summaryId) {
        return summaries.findById(summaryId).orElseThrow();
    }
}

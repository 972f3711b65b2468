package cn.anchang.marketing;

import cn.anchang.approval.Documents;
import cn.anchang.approval.SubmitOutcome;
import cn.anchang.approval.VersionRejected;
import cn.anchang.approval.VersionWorkbook;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.marketing.ReportContent.Correction;
import cn.anchang.marketing.ReportContent.Review;
import cn.anchang.marketing.ReportContent.Targets;
import cn.anchang.marketing.ReportContent.Task;
import cn.anchang.shared.Period;
import cn.anchang.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
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
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sales reports: opened once a period, their numbers given, their words and plans written by people, handed in on time or late (R26). */
@Service
@Transactional
public class ReportDesk {

    /** Who wrote what no person wrote. */
    static final String SYSTEM = "系统";

    private final SalesReports reports;
    private final ReportCorrections corrections;
    private final Documents documents;
    private final SiteFigures figures;
    private final UnitCatalogue catalogue;
    private final ReportPeople people;
    private final ReportLetters letters;
    private final ReportRhythm rhythm;
    private final ReportWords words;
    private final Clock clock;

    ReportDesk(
            SalesReports reports,
            ReportCorrections corrections,
            Documents documents,
            SiteFigures figures,
            UnitCatalogue catalogue,
            ReportPeople people,
            ReportLetters letters,
            ReportRhythm rhythm,
            ReportWords words,
            Clock clock) {
        this.reports = reports;
        this.corrections = corrections;
        this.documents = documents;
        this.figures = figures;
        this.catalogue = catalogue;
        this.people = people;
        this.letters = letters;
        this.rhythm = rhythm;
        this.words = words;
        this.clock = clock;
    }

    /** What the task list shows, and the moments its timers wait for. */
    public record Prefilled(String subject, Instant dueAt, Instant escalateAt) {}

    /** What the task of writing a report shows. */
    public record ReportTask(
            UUID documentId,
            UUID versionId,
            String project,
            ReportKind kind,
            Period period,
            Instant dueAt,
            Instant figuresAt,
            boolean sentBack,
            ReportContent content,
            Map<String, String> owners) {}

    /** By somebody who does not wait for the schedule. The period has ended, or ends today. */
    public ReportOpening openByHand(ReportStartForm form, String by) {
        Period period = form.kind().around(form.day());
        Optional<ProjectView> project = project(form.projectId());
        if (project.isEmpty()) {
            return new ReportOpening.NoSuchProject();
        } else if (period.to().isAfter(rhythm.today())) {
            return new ReportOpening.PeriodNotOver(period.to());
        }
        return open(project.get(), form.kind(), period, by)
                .<ReportOpening>map(ReportOpening.ReportOpened::new)
                .orElseGet(() -> new ReportOpening.ReportExists(reports.of(form.projectId(), form.kind(), period)
                        .orElseThrow()
                        .title()));
    }

    private Optional<ProjectView> project(UUID projectId) {
        return catalogue.project(projectId);
    }

    /**
     * @param by null when the schedule opens it
     * @return empty when there is one already; a rejected one makes room for people, not for the schedule
     */
    Optional<UUID> open(ProjectView project, ReportKind kind, Period period, String by) {
        if (by == null
                && reports.existsByProjectIdAndKindAndFromDayAndRejectedTrue(project.id(), kind, period.from())) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        Instant due = rhythm.dueFor(kind, period);
        String title = words.title(project.name(), kind, period);
        int opened = reports.open(
                id,
                project.id(),
                kind.name(),
                period.from(),
                period.to(),
                title,
                clock.instant(),
                by,
                due,
                due.isAfter(rhythm.due(kind, period)));
        if (opened == 0) {
            return Optional.empty();
        }
        SalesReport report = reports.locked(id).orElseThrow();
        report.isKeptAs(documents.open(SalesReportDocument.CODE, title, project.id(), by == null ? SYSTEM : by));
        return Optional.of(id);
    }

    /** Takes the numbers as they are now into the draft; what was written in an earlier version stays. */
    public Prefilled prefill(UUID reportId) {
        SalesReport report = locked(reportId);
        Optional<UUID> current = documents.currentVersion(report.documentId());
        Optional<ReportContent> written = current.map(version -> documents.content(version, ReportContent.class));
        Optional<ReportContent> before = lastPlanOf(report);
        ReportContent content = new ReportContent(
                report.kind(),
                report.period(),
                figures.of(report.projectId(), report.period()),
                before.map(ReportContent::next).orElse(null),
                reviews(before.map(ReportContent::tasks).orElse(List.of()), written),
                corrections.toTellIn(report.id(), report.projectId(), report.kind()).stream()
                        .map(this::told)
                        .toList(),
                written.map(ReportContent::happened).orElse(null),
                written.map(ReportContent::causes).orElse(null),
                written.map(ReportContent::next).orElse(null),
                written.map(ReportContent::tasks).orElse(List.of()));
        String by = current.map(version -> documents.versionView(version).preparedBy())
                .orElse(report.openedBy() == null ? SYSTEM : report.openedBy());
        documents.draft(report.documentId(), content, by);
        report.counted(clock.instant());
        Instant due = report.wasSubmitted() ? rhythm.tomorrow(report.kind()) : report.dueAt();
        return new Prefilled(report.title(), due, rhythm.escalation(due));
    }

    /** What the report of the period before planned, once it was submitted and unless it was rejected. */
    private Optional<ReportContent> lastPlanOf(SalesReport report) {
        return reports.of(report.projectId(), report.kind(), report.kind().before(report.period()))
                .filter(SalesReport::wasSubmitted)
                .map(before -> documents.content(before.submittedVersion(), ReportContent.class));
    }

    private static List<Review> reviews(List<Task> planned, Optional<ReportContent> written) {
        Map<String, Review> known = written.map(ReportContent::reviews).orElse(List.of()).stream()
                .collect(Collectors.toMap(review -> review.task().key(), Function.identity(), (one, other) -> one));
        return planned.stream()
                .map(task -> {
                    Review said = known.get(task.key());
                    return new Review(task, said == null ? null : said.result(), said == null ? null : said.note());
                })
                .toList();
    }

    private Correction told(ReportCorrection correction) {
        return new Correction(
                correction.id(),
                reports.findById(correction.reportId()).orElseThrow().title(),
                correction.metric(),
                correction.was(),
                correction.became(),
                LocalDate.ofInstant(correction.noticedAt(), clock.getZone()));
    }

    /** Keeps what is written so far (暂存); nothing is asked for yet. */
    public void save(UUID reportId, ReportForm form, String by) {
        SalesReport report = locked(reportId);
        ReportContent given = draftOf(report);
        documents.draft(report.documentId(), written(given, given.figures(), form), by);
    }

    /** Hands the report in with the numbers as they are at this moment, whenever it was opened. */
    public ReportOutcome submit(UUID reportId, ReportForm form, String by) {
        SalesReport report = locked(reportId);
        ReportContent content = written(draftOf(report), figures.of(report.projectId(), report.period()), form);
        Optional<Review> unanswered = content.reviews().stream()
                .filter(review -> review.result() == null)
                .findFirst();
        Map<String, String> owners = owners(report);
        Optional<Task> stranger = content.tasks().stream()
                .filter(task -> !owners.containsKey(task.owner()))
                .findFirst();
        Set<String> keys = new HashSet<>();
        Optional<Task> twice =
                content.tasks().stream().filter(task -> !keys.add(task.key())).findFirst();
        if (unanswered.isPresent()) {
            return new ReportOutcome.TaskNotReviewed(unanswered.get().task().title());
        } else if (stranger.isPresent()) {
            return new ReportOutcome.OwnerUnknown(stranger.get().owner());
        } else if (twice.isPresent()) {
            return new ReportOutcome.TaskTwice(twice.get().title());
        } else if (form.receipts().isNegative()) {
            return new ReportOutcome.NegativeTarget();
        }
        documents.draft(report.documentId(), content, by);
        SubmitOutcome outcome = documents.submit(report.documentId(), form.changed(), by);
        if (!(outcome instanceof SubmitOutcome.Submitted submitted)) {
            return new ReportOutcome.NotSubmitted((Refusal) outcome);
        }
        report.counted(clock.instant());
        report.submitted(submitted.versionId(), clock.instant());
        corrections
                .findByIdIn(content.corrections().stream().map(Correction::id).toList())
                .forEach(correction -> correction.isReportedIn(report.id()));
        passOn(report, content.next(), content.tasks(), Optional.of(by));
        return new ReportOutcome.ReportSubmitted(submitted.versionId(), submitted.approvalNeeded());
    }

    /** The following report may be open already, after a time without the schedule: its author is to see this plan. */
    private void passOn(SalesReport report, Targets targets, List<Task> tasks, Optional<String> by) {
        reports.of(report.projectId(), report.kind(), report.kind().after(report.period()))
                .filter(following -> !following.wasSubmitted())
                .ifPresent(following -> documents
                        .currentVersion(following.documentId())
                        .ifPresent(version -> {
                            ReportContent content = documents.content(version, ReportContent.class);
                            documents.draft(
                                    following.documentId(),
                                    new ReportContent(
                                            content.kind(),
                                            content.period(),
                                            content.figures(),
                                            targets,
                                            reviews(tasks, Optional.of(content)),
                                            content.corrections(),
                                            content.happened(),
                                            content.causes(),
                                            content.next(),
                                            content.tasks()),
                                    by.orElseGet(
                                            () -> documents.versionView(version).preparedBy()));
                        }));
    }

    /** Its plan does not count; whoever rejects it has written nothing of the following one. */
    @EventListener
    void on(VersionRejected event) {
        if (event.kind().equals(SalesReportDocument.CODE)) {
            reports.findByDocumentId(event.documentId()).ifPresent(report -> {
                report.rejected();
                passOn(report, null, List.of(), Optional.empty());
            });
        }
    }

    private static ReportContent written(ReportContent given, Figures numbers, ReportForm form) {
        Map<String, ReportForm.ReviewLine> said = form.reviews().stream()
                .filter(line -> line.key() != null)
                .collect(Collectors.toMap(ReportForm.ReviewLine::key, Function.identity(), (one, other) -> other));
        return new ReportContent(
                given.kind(),
                given.period(),
                numbers,
                given.last(),
                given.reviews().stream()
                        .map(review -> {
                            ReportForm.ReviewLine line = said.get(review.task().key());
                            return new Review(
                                    review.task(),
                                    line == null ? null : line.result(),
                                    line == null ? null : line.note());
                        })
                        .toList(),
                given.corrections(),
                form.happened(),
                form.causes(),
                new Targets(form.visits(), form.subscriptions(), form.contracts(), form.receipts()),
                form.tasks().stream()
                        .map(line -> new Task(line.key(), line.title(), line.owner(), line.day()))
                        .toList());
    }

    /** R26: its hour has passed; after a return it is only asked for again. */
    public void remind(UUID reportId) {
        SalesReport report = locked(reportId);
        report.late(clock.instant());
        letters.remind(report);
    }

    public void escalate(UUID reportId) {
        SalesReport report = locked(reportId);
        report.escalated(clock.instant());
        letters.escalate(report);
    }

    /** @return what was submitted, as a workbook */
    public VersionWorkbook mail(UUID reportId, UUID versionId) {
        letters.mail(
                report(reportId), documents.versionView(versionId), documents.content(versionId, ReportContent.class));
        return documents.workbook(versionId);
    }

    @Transactional(readOnly = true)
    public ReportTask task(UUID reportId) {
        SalesReport report = report(reportId);
        UUID version = documents.currentVersion(report.documentId()).orElseThrow();
        return new ReportTask(
                report.documentId(),
                version,
                project(report.projectId()).map(ProjectView::name).orElse(""),
                report.kind(),
                report.period(),
                report.dueAt(),
                report.figuresAt(),
                report.wasSubmitted(),
                documents.content(version, ReportContent.class),
                owners(report));
    }

    private Map<String, String> owners(SalesReport report) {
        return people.owners(report.projectId()).stream()
                .collect(Collectors.toMap(
                        ReportPeople.Owner::userId, ReportPeople.Owner::name, (one, other) -> one, LinkedHashMap::new));
    }

    private ReportContent draftOf(SalesReport report) {
        return documents.content(documents.currentVersion(report.documentId()).orElseThrow(), ReportContent.class);
    }

    private SalesReport locked(UUID reportId) {
        return reports.locked(reportId).orElseThrow(() -> new IllegalArgumentException("No report " + reportId));
    }

    private SalesReport report(UUID reportId) {
        return reports.findById(reportId).orElseThrow(() -> new IllegalArgumentException("No report " + reportId));
    }
}

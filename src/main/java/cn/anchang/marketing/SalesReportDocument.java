package cn.anchang.marketing;

import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Remark.Tone;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.approval.Trace;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Period;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sales reports as controlled documents. A day's report needs nobody's consent, a week's is reviewed, a month's approved too. */
@Component
class SalesReportDocument implements DocumentKind<ReportContent> {

    static final String CODE = "sales-report";

    private static final Set<String> READERS = Set.of(
            Staff.SITE_MANAGER, Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MARKETING_ADMIN, Staff.MANAGEMENT);

    private final SalesReports reports;
    private final ReportCorrections corrections;
    private final ReportSections sections;
    private final ReportWords words;
    private final Sentences sentences;

    SalesReportDocument(
            SalesReports reports,
            ReportCorrections corrections,
            ReportSections sections,
            ReportWords words,
            Sentences sentences) {
        this.reports = reports;
        this.corrections = corrections;
        this.sections = sections;
        this.words = words;
        this.sentences = sentences;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String prefix() {
        return "BB";
    }

    @Override
    public Class<ReportContent> type() {
        return ReportContent.class;
    }

    @Override
    public Set<String> readers() {
        return READERS;
    }

    @Override
    public Set<String> writers() {
        return Set.of(Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR);
    }

    @Override
    public Route route(ReportContent content) {
        return switch (content.kind()) {
            case DAY -> Route.NONE;
            case WEEK -> Route.of(Route.review(Staff.MARKETING_DIRECTOR));
            case MONTH -> Route.of(Route.review(Staff.MARKETING_DIRECTOR), Route.approve(Staff.MANAGEMENT));
        };
    }

    @Override
    public List<Section> sections(ReportContent content) {
        return sections.of(content);
    }

    @Override
    public List<Trace> traces(UUID documentId) {
        return reports.findByDocumentId(documentId).stream()
                .flatMap(report -> Stream.of(
                                neighbour("previous", report, report.kind().before(report.period())),
                                neighbour("following", report, report.kind().after(report.period())))
                        .flatMap(List::stream))
                .toList();
    }

    private List<Trace> neighbour(String key, SalesReport report, Period period) {
        return reports.of(report.projectId(), report.kind(), period).stream()
                .map(other -> new Trace(words.text(key), other.title(), Documents.pageOf(other.documentId())))
                .toList();
    }

    @Override
    public List<Remark> remarks(UUID documentId) {
        return reports.findByDocumentId(documentId).map(this::remarks).orElse(List.of());
    }

    private List<Remark> remarks(SalesReport report) {
        List<Remark> remarks = new ArrayList<>();
        if (report.isDeferred()) {
            remarks.add(new Remark(report.openedAt(), words.text("remark.deferred", report.dueAt()), Tone.INFO));
        }
        if (report.figuresAt() != null) {
            remarks.add(new Remark(report.figuresAt(), words.text("remark.figures", report.figuresAt()), Tone.INFO));
        }
        if (report.lateSince() != null) {
            remarks.add(new Remark(report.lateSince(), words.text("remark.reminded", report.dueAt()), Tone.WARN));
        }
        if (report.escalatedAt() != null) {
            remarks.add(new Remark(report.escalatedAt(), words.text("remark.escalated"), Tone.WARN));
        }
        if (report.wasSubmitted()) {
            remarks.add(
                    report.onTime()
                            ? new Remark(
                                    report.firstSubmittedAt(),
                                    words.text("remark.onTime", report.firstSubmittedAt(), report.dueAt()),
                                    Tone.INFO)
                            : new Remark(
                                    report.firstSubmittedAt(),
                                    words.text(
                                            "remark.late",
                                            words.span(report.minutesLate()),
                                            report.firstSubmittedAt(),
                                            report.dueAt()),
                                    Tone.WARN));
        }
        corrections
                .findByReportIdOrderByNoticedAt(report.id())
                .forEach(correction -> remarks.add(new Remark(
                        correction.noticedAt(),
                        words.text(
                                "remark.correction",
                                sentences.name(correction.metric()),
                                words.read(correction.was()),
                                words.read(correction.became())),
                        Tone.WARN)));
        return remarks;
    }
}

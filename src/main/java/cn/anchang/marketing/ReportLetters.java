package cn.anchang.marketing;

import cn.anchang.approval.Documents;
import cn.anchang.approval.Part;
import cn.anchang.approval.Section;
import cn.anchang.approval.VersionView;
import cn.anchang.mail.Letter;
import cn.anchang.mail.Outbox;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Site;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Letters about sales reports: a row each, in the transaction of what it tells about. Whoever has no address is not written to. */
@Component
class ReportLetters {

    private final Outbox outbox;
    private final ReportPeople people;
    private final ReportWords words;
    private final ReportSections sections;
    private final Site site;

    ReportLetters(Outbox outbox, ReportPeople people, ReportWords words, ReportSections sections, Site site) {
        this.outbox = outbox;
        this.people = people;
        this.words = words;
        this.sections = sections;
        this.site = site;
    }

    void remind(SalesReport report) {
        String key = report.wasSubmitted() ? "letter.remindReturned" : "letter.remind";
        send(
                Staff.SITE_MANAGER,
                report,
                words.text(key + ".subject", report.title()),
                words.text(key + ".text", report.title(), report.dueAt(), page(report)));
    }

    void escalate(SalesReport report) {
        String key = report.wasSubmitted() ? "letter.escalateReturned" : "letter.escalate";
        send(
                Staff.MARKETING_DIRECTOR,
                report,
                words.text(key + ".subject", report.title()),
                words.text(key + ".text", report.title(), report.dueAt(), page(report)));
    }

    /** The report itself, to every general manager. */
    void mail(SalesReport report, VersionView version, ReportContent content) {
        String revised = version.version() > 1 ? words.text("letter.revised", version.version()) : "";
        String late = report.minutesLate() == null ? "" : words.text("letter.late", words.span(report.minutesLate()));
        String text = words.text(
                "letter.head",
                report.title() + revised,
                people.displayName(version.submittedBy()),
                report.firstSubmittedAt(),
                report.minutesLate() == null
                        ? words.text("onTime")
                        : words.text("late", words.span(report.minutesLate())),
                version.submittedAt());
        if (version.version() > 1) {
            text += "\n" + words.text("letter.changed", version.changed());
        }
        String body = sections.of(content).stream().map(ReportLetters::told).collect(Collectors.joining("\n\n"));
        send(
                Staff.MANAGEMENT,
                report,
                report.title() + revised + late,
                text + "\n\n" + body + "\n\n" + words.text("letter.foot", page(report)));
    }

    private static String told(Section section) {
        return "【" + section.title() + "】\n"
                + section.parts().stream().map(ReportLetters::told).collect(Collectors.joining("\n\n"));
    }

    private static String told(Part part) {
        if (part instanceof Part.Table table) {
            List<List<String>> rows =
                    table.lines().stream().map(Part.Line::cells).toList();
            return table.label() + "\n" + ReportTable.of(table.columns(), rows);
        }
        Part.Field field = (Part.Field) part;
        return field.label() + "：" + field.text();
    }

    private String page(SalesReport report) {
        return site.link(Documents.pageOf(report.documentId()));
    }

    private void send(String group, SalesReport report, String subject, String text) {
        people.membersOf(group, report.projectId())
                .forEach(person -> people.mail(person)
                        .ifPresent(address -> outbox.post(
                                new Letter(address, subject, text, report.id().toString()))));
    }
}

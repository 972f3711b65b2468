package cn.anchang.collection;

import cn.anchang.organization.Staff;
import cn.anchang.payment.InstalmentState;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Book;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Charts;
import cn.anchang.workbook.Exports.Counter;
import cn.anchang.workbook.PrintPage;
import cn.anchang.workbook.SheetWriter;
import cn.anchang.workbook.Tint;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 客户回款跟踪表 as a workbook: the same rows in the same order as the page with their totals, and the statistics with a chart. */
@Service
public class TrackingWorkbook {

    private static final List<String> COLUMNS = List.of(
            "customer",
            "paidOn",
            "paid",
            "status",
            "remark",
            "contract",
            "project",
            "unit",
            "item",
            "dueOn",
            "amount",
            "rest",
            "late",
            "consultant");
    private static final List<String> PARTS = List.of("of", "count", "amount", "paid", "rest");
    private static final Map<InstalmentState, Tint> TINTS = Map.of(
            InstalmentState.PAID, Tint.DONE,
            InstalmentState.OVERDUE, Tint.LATE,
            InstalmentState.DUE, Tint.SOON,
            InstalmentState.PARTLY_PAID, Tint.RUNNING);
    private static final int BLUE = 0x4472C4;
    private static final int ORANGE = 0xED7D31;
    private static final int CHART_ROWS = 15;

    private final Tracking tracking;
    private final Staff staff;
    private final Sentences sentences;

    TrackingWorkbook(Tracking tracking, Staff staff, Sentences sentences) {
        this.tracking = tracking;
        this.staff = staff;
        this.sentences = sentences;
    }

    /**
     * Both sheets show the same moment.
     *
     * @param note what is shown, for whom and when
     * @param projects the projects' names by their ids
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(
            TrackingFilter filter,
            TrackingSort sort,
            boolean descending,
            String note,
            Map<String, String> projects,
            BookFormat format,
            OutputStream out,
            Counter counter) {
        try (Book book = new Book(format)) {
            List<TrackingTotals> statuses = tracking.byStatus(filter);
            TrackingTotals all = TrackingTotals.sum(sentences.text("tracking.total"), statuses);
            counter.expect(all.count());
            table(book, filter, sort, descending, note, all, counter);
            statistics(book, filter, statuses, note, projects);
            book.writeTo(out);
        }
    }

    private void table(
            Book book,
            TrackingFilter filter,
            TrackingSort sort,
            boolean descending,
            String note,
            TrackingTotals all,
            Counter counter) {
        String title = sentences.text("tracking.title");
        SheetWriter sheet = book.sheet(title)
                .widths(14, 13, 16, 13, 16, 18, 14, 14, 16, 13, 16, 16, 11, 10)
                .title(title, COLUMNS.size())
                .note(note, COLUMNS.size())
                .headings(words("tracking.column.", COLUMNS), 1)
                .filtered()
                .printed(PrintPage.A4_LANDSCAPE);
        TINTS.forEach((status, tint) -> sheet.marked(COLUMNS.indexOf("status"), sentences.name(status), tint));
        Map<InstalmentState, String> statusNames = new HashMap<>();
        Map<String, String> consultants = new HashMap<>();
        String remind = sentences.text("tracking.remind");
        tracking.each(filter, sort, descending, row -> {
            counter.row();
            sheet.row(
                    row.customer(),
                    row.paidOn(),
                    row.paid(),
                    statusNames.computeIfAbsent(row.status(), sentences::name),
                    row.reminds() ? remind : null,
                    row.contractNo(),
                    row.project(),
                    row.unitNo(),
                    sentences.text("reminder.item", row.seq(), row.kind()),
                    row.dueOn(),
                    row.amount(),
                    row.rest(),
                    row.daysLate() == 0 ? null : row.daysLate(),
                    consultants.computeIfAbsent(row.consultant(), staff::displayName));
        });
        sheet.totals(
                all.of(),
                Map.of(
                        COLUMNS.indexOf("paid"), all.paid(),
                        COLUMNS.indexOf("amount"), all.amount(),
                        COLUMNS.indexOf("rest"), all.rest()));
    }

    private void statistics(
            Book book,
            TrackingFilter filter,
            List<TrackingTotals> statuses,
            String note,
            Map<String, String> projects) {
        SheetWriter sheet = book.wholeSheet(sentences.text("tracking.statistics"))
                .widths(22, 10, 18, 18, 18)
                .title(sentences.text("tracking.statistics.title"), PARTS.size())
                .note(note, PARTS.size())
                .printed(PrintPage.A4_LANDSCAPE);
        Charts.Cells byStatus = part(sheet, "status", statuses, status -> sentences.text("InstalmentState." + status));
        Charts.Cells byAge = part(sheet, "age", tracking.byAge(filter), age -> sentences.text("tracking.age", age));
        part(sheet, "project", tracking.byProject(filter), id -> projects.getOrDefault(id, id));
        part(sheet, "consultant", tracking.byConsultant(filter), staff::displayName);
        Charts.Cells byMonth = part(sheet, "month", tracking.byMonth(filter), UnaryOperator.identity());
        List<Charts.Series> money = List.of(
                new Charts.Series(PARTS.indexOf("paid"), BLUE), new Charts.Series(PARTS.indexOf("rest"), ORANGE));
        chart(sheet, "status", byStatus, money, 0);
        chart(sheet, "age", byAge, List.of(money.get(1)), 1);
        chart(sheet, "month", byMonth, money, 2);
    }

    private void chart(SheetWriter sheet, String part, Charts.Cells cells, List<Charts.Series> series, int place) {
        int left = PARTS.size() + 1;
        int top = 2 + place * (CHART_ROWS + 1);
        Charts.columns(
                sheet,
                sentences.text("tracking.by." + part) + sentences.text("tracking.inYuan"),
                cells,
                series,
                new Charts.Place(left, top, left + 9, top + CHART_ROWS));
    }

    private Charts.Cells part(SheetWriter sheet, String part, List<TrackingTotals> totals, UnaryOperator<String> name) {
        List<String> headings = new ArrayList<>(words("tracking.part.", PARTS));
        headings.set(0, sentences.text("tracking.by." + part));
        int heading = sheet.position();
        sheet.plainHeadings(headings);
        int first = sheet.position();
        for (TrackingTotals one : totals) {
            sheet.row(name.apply(one.of()), one.count(), one.amount(), one.paid(), one.rest());
        }
        int last = sheet.position() - 1;
        TrackingTotals all = TrackingTotals.sum(sentences.text("tracking.total"), totals);
        sheet.totalsOf(first, last, all.of(), Map.of(1, all.count(), 2, all.amount(), 3, all.paid(), 4, all.rest()));
        sheet.blank();
        return new Charts.Cells(heading, first, last, 0);
    }

    private List<String> words(String prefix, List<String> keys) {
        return keys.stream().map(key -> sentences.text(prefix + key)).toList();
    }
}

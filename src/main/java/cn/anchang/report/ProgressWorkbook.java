package cn.anchang.report;

import cn.anchang.customer.PhoneList;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.Stage;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Book;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.ColumnGroup;
import cn.anchang.workbook.Exports.Counter;
import cn.anchang.workbook.PrintPage;
import cn.anchang.workbook.SheetWriter;
import cn.anchang.workbook.ShortDay;
import cn.anchang.workbook.Tint;
import cn.anchang.workbook.Tinted;
import cn.anchang.workbook.Total;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 销售过程进度分析表 as a workbook: a row a customer, each stage with the day it was planned to be done by and the day it was, as coloured
 * blocks. Its plans can be changed and brought in again by {@link ProgressImport}.
 */
@Service
public class ProgressWorkbook {

    private static final List<String> BEFORE =
            List.of("no", "customer", "phone", "consultant", "grade", "project", "unit", "state");
    private static final List<String> AFTER = List.of("current", "days", "next", "nextOn", "risk");
    private static final int CUSTOMER = 1;
    private static final int FROZEN = 2;
    private static final int BATCH = 500;
    private static final Map<Risk, Tint> TINTS = Map.of(Risk.LATE, Tint.LATE, Risk.SOON, Tint.SOON);

    private final SalesProgress progress;
    private final PhoneList phones;
    private final Staff staff;
    private final Sentences sentences;

    ProgressWorkbook(SalesProgress progress, PhoneList phones, Staff staff, Sentences sentences) {
        this.progress = progress;
        this.phones = phones;
        this.staff = staff;
        this.sentences = sentences;
    }

    /**
     * @param note what is shown, for whom and when
     * @param phonesFor who reads the phones in clear as far as they may, and that is written down (R35); null leaves all of them masked
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(
            ProgressFilter filter,
            String note,
            String phonesFor,
            BookFormat format,
            OutputStream out,
            Counter counter) {
        Map<Risk, Long> counts = progress.counts(filter);
        long sales = counts.values().stream().mapToLong(Long::longValue).sum();
        counter.expect(sales);
        try (Book book = new Book(format)) {
            String title = sentences.text("progress.title");
            List<ColumnGroup> groups = groups();
            int columns =
                    groups.stream().mapToInt(group -> group.columns().size()).sum();
            SheetWriter sheet = book.sheet(title)
                    .widths(widths())
                    .title(title, columns)
                    .note(note, columns)
                    .groupedHeadings(groups, FROZEN)
                    .filtered()
                    .printed(PrintPage.A3_LANDSCAPE);
            TINTS.forEach((risk, tint) -> sheet.marked(columns - 1, sentences.name(risk), tint));
            LocalDate today = progress.today();
            Map<String, String> names = new HashMap<>();
            long[] done = new long[Stage.values().length];
            long[] planned = new long[Stage.values().length];
            List<ProgressRow> batch = new ArrayList<>(BATCH);
            Consumer<List<ProgressRow>> writer = rows -> {
                Map<UUID, String> shown = phonesFor == null
                        ? Map.of()
                        : phones.reveal(
                                rows.stream().map(ProgressRow::customerId).collect(Collectors.toSet()), phonesFor);
                rows.forEach(row -> sheet.row(cells(
                        row,
                        today,
                        names.computeIfAbsent(row.consultant(), staff::displayName),
                        shown.getOrDefault(row.customerId(), row.phone()))));
                rows.clear();
            };
            progress.each(filter, row -> {
                counter.row();
                row.stages().forEach((stage, dates) -> {
                    planned[stage.ordinal()] += dates.plannedTo() == null ? 0 : 1;
                    done[stage.ordinal()] += dates.actualTo() == null ? 0 : 1;
                });
                batch.add(row);
                if (batch.size() == BATCH) {
                    writer.accept(batch);
                }
            });
            writer.accept(batch);
            Map<Integer, Object> totals = new HashMap<>();
            totals.put(CUSTOMER, new Total(Total.Kind.COUNT_FILLED, sales));
            for (Stage stage : Stage.values()) {
                int at = BEFORE.size() + stage.ordinal() * 2;
                totals.put(at, new Total(Total.Kind.COUNT, planned[stage.ordinal()]));
                totals.put(at + 1, new Total(Total.Kind.COUNT, done[stage.ordinal()]));
            }
            sheet.totals(sentences.text("progress.total"), totals);
            book.writeTo(out);
        }
    }

    private List<ColumnGroup> groups() {
        List<ColumnGroup> groups = new ArrayList<>();
        BEFORE.forEach(column -> groups.add(ColumnGroup.single(sentences.text("progress.column." + column))));
        for (Stage stage : Stage.values()) {
            groups.add(new ColumnGroup(
                    sentences.name(stage),
                    List.of(sentences.text("progress.planned"), sentences.text("progress.actual"))));
        }
        AFTER.forEach(column -> groups.add(ColumnGroup.single(sentences.text("progress.column." + column))));
        return groups;
    }

    private static int[] widths() {
        int[] widths = new int[BEFORE.size() + Stage.values().length * 2 + AFTER.size()];
        Arrays.fill(widths, 9);
        int[] before = {15, 9, 12, 8, 5, 11, 12, 10};
        int[] after = {12, 6, 12, 9, 7};
        System.arraycopy(before, 0, widths, 0, before.length);
        System.arraycopy(after, 0, widths, widths.length - after.length, after.length);
        return widths;
    }

    private Object[] cells(ProgressRow row, LocalDate today, String consultant, String phone) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                row.no(),
                row.customer(),
                phone,
                consultant,
                row.grade() == null ? null : row.grade().name(),
                row.project(),
                row.unitNo(),
                sentences.name(row.state())));
        for (Stage stage : Stage.values()) {
            StageDates dates = row.stages().get(stage);
            if (dates == null) {
                cells.add(null);
                cells.add(null);
            } else {
                Tint tint = tint(dates, today);
                cells.add(new Tinted(
                        new ShortDay(dates.plannedTo()),
                        dates.isBegun() && dates.actualTo() == null ? tint : Tint.PLANNED));
                cells.add(new Tinted(new ShortDay(dates.actualTo()), dates.isBegun() ? tint : Tint.NONE));
            }
        }
        cells.add(row.current().stream().map(sentences::name).collect(Collectors.joining("、")));
        cells.add(row.current().isEmpty() ? null : row.daysInStage(today));
        cells.add(row.next()
                .map(stage -> sentences.text("progress.finish", stage))
                .orElse(null));
        cells.add(row.next()
                .map(stage -> new ShortDay(row.stages().get(stage).plannedTo()))
                .orElse(null));
        cells.add(sentences.name(row.risk()));
        return cells.toArray();
    }

    /** What a stage that has begun is coloured by. */
    static Tint tint(StageDates dates, LocalDate today) {
        return dates.isLate(today) ? Tint.LATE : dates.isOpen() ? Tint.RUNNING : Tint.DONE;
    }
}

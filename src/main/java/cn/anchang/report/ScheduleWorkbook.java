package cn.anchang.report;

import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Book;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Charts;
import cn.anchang.workbook.ExportRefused;
import cn.anchang.workbook.Exports.Counter;
import cn.anchang.workbook.NotWritable;
import cn.anchang.workbook.Schedule;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 销售进度表: the stages of one sale, or the sales of each building, as bars along the calendar: done, overrun and still planned. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ScheduleWorkbook {

    private static final List<String> COLUMNS = List.of("from", "stage", "within", "overrun", "ahead", "risk");
    private static final List<String> BUILDING_COLUMNS = List.of("from", "unit", "within", "overrun", "ahead", "risk");
    private static final int GREEN = 0x70AD47;
    private static final int RED = 0xC00000;
    private static final int BLUE = 0x9DC3E6;
    private static final List<Charts.Series> BARS =
            List.of(new Charts.Series(2, GREEN), new Charts.Series(3, RED), new Charts.Series(4, BLUE));

    /** More bars than these no chart shows so that they can be read; the sheet goes on in another one. */
    private static final int BARS_A_SHEET = 60;

    /** Sheets with charts are held whole. */
    private static final int MOST_BARS = 3_000;

    private final SalesProgress progress;
    private final Sentences sentences;

    ScheduleWorkbook(SalesProgress progress, Sentences sentences) {
        this.progress = progress;
        this.sentences = sentences;
    }

    /** The stages of one sale, in the order they begin. */
    public void ofSale(ProgressRow sale, OutputStream out, Counter counter) {
        LocalDate today = progress.today();
        List<List<Object>> rows = new ArrayList<>();
        sale.stages().entrySet().stream()
                .filter(stage -> stage.getValue().begins() != null)
                .sorted(Comparator.comparing(stage -> stage.getValue().begins()))
                .forEach(stage -> {
                    counter.row();
                    rows.add(bar(
                            sentences.name(stage.getKey()),
                            stage.getValue().bar(today),
                            standing(stage.getValue(), today)));
                });
        String unit = sale.unitNo() == null ? sale.no() : sale.unitNo();
        try (Book book = new Book(BookFormat.XLSX)) {
            draw(book, COLUMNS, unit, sentences.text("schedule.title.sale", unit, sale.customer()), rows);
            book.writeTo(out);
        }
    }

    /** The sales the filter leaves, a sheet for each building; those without a unit yet stand on a sheet of their own. */
    public void ofBuildings(ProgressFilter filter, OutputStream out, Counter counter) {
        LocalDate today = progress.today();
        long sales = progress.counts(filter).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (sales > MOST_BARS) {
            throw new NotWritable(new ExportRefused.TooManyBars(sales, MOST_BARS));
        }
        counter.expect(sales);
        Map<String, List<List<Object>>> buildings = new LinkedHashMap<>();
        progress.each(filter, sale -> {
            counter.row();
            String building = sale.building() == null
                    ? sentences.text("schedule.noUnit")
                    : sale.project() + " " + sale.building();
            String name = sale.unitNo() == null ? sale.customer() : sale.unitNo() + " " + sale.customer();
            buildings
                    .computeIfAbsent(building, one -> new ArrayList<>())
                    .add(bar(name, sale.whole(today), sentences.name(sale.risk())));
        });
        try (Book book = new Book(BookFormat.XLSX)) {
            if (buildings.isEmpty()) {
                draw(
                        book,
                        BUILDING_COLUMNS,
                        sentences.text("schedule.title"),
                        sentences.text("schedule.title"),
                        List.of());
            }
            buildings.forEach((building, rows) -> {
                rows.sort(Comparator.comparing(row -> (LocalDate) row.get(0)));
                for (int from = 0; from == 0 || from < rows.size(); from += BARS_A_SHEET) {
                    draw(
                            book,
                            BUILDING_COLUMNS,
                            building,
                            sentences.text("schedule.title.building", building),
                            rows.subList(from, Math.min(rows.size(), from + BARS_A_SHEET)));
                }
            });
            book.writeTo(out);
        }
    }

    private String standing(StageDates dates, LocalDate today) {
        if (dates.isOpen()) {
            return sentences.text(dates.isLate(today) ? "schedule.late" : "schedule.open");
        }
        return sentences.text(
                dates.isBegun() ? dates.isLate(today) ? "schedule.doneLate" : "schedule.done" : "schedule.planned");
    }

    private static List<Object> bar(String name, Bar bar, String standing) {
        return Arrays.asList(bar.begins(), name, bar.within(), bar.overrun(), bar.ahead(), standing);
    }

    private void draw(Book book, List<String> columns, String sheet, String title, List<List<Object>> rows) {
        List<String> headings = columns.stream()
                .map(column -> sentences.text("schedule.column." + column))
                .toList();
        new Schedule(sheet, title, headings, rows, 0, 1, BARS).drawIn(book);
    }
}

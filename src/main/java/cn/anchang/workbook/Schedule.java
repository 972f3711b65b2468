package cn.anchang.workbook;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/**
 * 进度表: a title over the table, headings in the second row, all centred in 华文楷体 12, a double border round it and dashed ones within,
 * a light pattern behind; beside it a native stacked bar chart whose first series, the dates, is not seen.
 *
 * @param dates the column that holds the day each bar begins on
 * @param categories the column that names the bars
 * @param bars the columns of days with their colours, as they follow each other along the bar
 */
public record Schedule(
        String sheet,
        String title,
        List<String> headings,
        List<List<Object>> rows,
        int dates,
        int categories,
        List<Charts.Series> bars) {

    private static final int ACCENT_2 = 5;
    private static final double LIGHTER_40_PERCENT = 0.39997558519241921;
    private static final int COLUMN = 18;
    private static final int CHART_COLUMNS = 12;
    private static final int LEAST_CHART_ROWS = 18;

    private enum Holds {
        TEXT("@"),
        DAY("yyyy-mm-dd"),
        NUMBER("0");

        private final String format;

        Holds(String format) {
            this.format = format;
        }

        static Holds of(Object value) {
            return value instanceof LocalDate ? DAY : value instanceof Number ? NUMBER : TEXT;
        }
    }

    private record Edge(Holds holds, boolean quoted, boolean top, boolean bottom, boolean left, boolean right) {}

    /** Draws it as another sheet of the book; an .xls has the table without the chart. */
    public void drawIn(Book book) {
        SheetWriter writer = book.wholeSheet(sheet);
        Sheet poi = writer.poi();
        Cell name = poi.createRow(0).createCell(0);
        poi.getRow(0).setHeightInPoints(28);
        name.setCellValue(title);
        name.setCellStyle(book.style(LookFont.SCHEDULE_TITLE, () -> centred(book, LookFont.SCHEDULE_TITLE)));
        poi.addMergedRegion(new CellRangeAddress(0, 0, 0, headings.size() - 1));
        line(book, poi, 1, List.copyOf(headings));
        for (int i = 0; i < rows.size(); i++) {
            line(book, poi, i + 2, rows.get(i));
        }
        for (int i = 0; i < headings.size(); i++) {
            poi.setColumnWidth(i, COLUMN * 256);
        }
        poi.createFreezePane(0, 2);
        writer.printed(PrintPage.A4_LANDSCAPE);
        if (!rows.isEmpty()) {
            chart(writer);
        }
    }

    private void line(Book book, Sheet poi, int at, List<?> values) {
        Row row = poi.createRow(at);
        row.setHeightInPoints(20);
        for (int i = 0; i < headings.size(); i++) {
            Object value = values.get(i);
            boolean quoted = value instanceof String text && SheetWriter.isLikeAFormula(text);
            Edge edge =
                    new Edge(Holds.of(value), quoted, at == 1, at == rows.size() + 1, i == 0, i == headings.size() - 1);
            Cell cell = row.createCell(i);
            cell.setCellStyle(book.style(edge, () -> style(book, edge)));
            if (value instanceof LocalDate day) {
                cell.setCellValue(day);
            } else if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (value != null) {
                cell.setCellValue(Book.cut(value.toString(), SheetWriter.TEXT_LIMIT));
            }
        }
    }

    private static CellStyle centred(Book book, LookFont font) {
        CellStyle style = book.poi().createCellStyle();
        style.setFont(book.font(font, false));
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static CellStyle style(Book book, Edge edge) {
        CellStyle style = centred(book, LookFont.SCHEDULE);
        style.setQuotePrefixed(edge.quoted);
        style.setDataFormat(book.poi().createDataFormat().getFormat(edge.holds.format));
        style.setBorderTop(edge.top ? BorderStyle.DOUBLE : BorderStyle.DASHED);
        style.setBorderBottom(edge.bottom ? BorderStyle.DOUBLE : BorderStyle.DASHED);
        style.setBorderLeft(edge.left ? BorderStyle.DOUBLE : BorderStyle.DASHED);
        style.setBorderRight(edge.right ? BorderStyle.DOUBLE : BorderStyle.DASHED);
        style.setFillPattern(FillPatternType.LEAST_DOTS);
        if (style instanceof XSSFCellStyle xlsx) {
            XSSFColor accent = new XSSFColor();
            accent.setTheme(ACCENT_2);
            accent.setTint(LIGHTER_40_PERCENT);
            xlsx.setFillForegroundColor(accent);
        }
        return style;
    }

    private void chart(SheetWriter writer) {
        LocalDate from = null;
        LocalDate to = null;
        for (List<Object> row : rows) {
            LocalDate begins = (LocalDate) row.get(dates);
            long days = bars.stream()
                    .map(bar -> row.get(bar.column()))
                    .filter(Number.class::isInstance)
                    .mapToLong(value -> ((Number) value).longValue())
                    .sum();
            LocalDate ends = begins.plusDays(days);
            from = from == null || begins.isBefore(from) ? begins : from;
            to = to == null || ends.isAfter(to) ? ends : to;
        }
        List<Charts.Series> series = new java.util.ArrayList<>();
        series.add(Charts.Series.hidden(dates));
        series.addAll(bars);
        int left = headings.size() + 1;
        Charts.schedule(
                writer,
                title,
                new Charts.Cells(1, 2, rows.size() + 1, categories),
                series,
                from,
                to.isAfter(from) ? to : from.plusDays(1),
                new Charts.Place(left, 1, left + CHART_COLUMNS, Math.max(LEAST_CHART_ROWS, rows.size() + 4)));
    }
}

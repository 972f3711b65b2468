package cn.anchang.workbook;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * Writes one sheet from top to bottom. Text that begins like a formula (= + - @ tab, return) stays text: no program that opens the sheet
 * runs what a customer called themselves.
 */
public final class SheetWriter implements AutoCloseable {

    static final int TEXT_LIMIT = 32_000;
    private static final int FIRST_COMMENT_COLUMNS = 3;
    private static final double NARROW_INCHES = 0.3;

    private record Mark(int column, String text, Tint tint) {}

    private final Book book;
    private final Sheet sheet;
    private final List<Mark> marks = new ArrayList<>();
    private Drawing<?> comments;
    private PrintPage page;
    private boolean filtered;
    private boolean ended;
    private int next;
    private int heading = -1;
    private int firstHeading = -1;
    private int columns;
    private int lastRow = -1;

    SheetWriter(Book book, Sheet sheet) {
        this.book = book;
        this.sheet = sheet;
    }

    /** A workbook of this one sheet. */
    public SheetWriter(String sheetName) {
        this.book = new Book(BookFormat.XLSX);
        this.sheet = book.poi().createSheet(sheetName);
    }

    /** @param characters the width of each column, left to right */
    public SheetWriter widths(int... characters) {
        for (int i = 0; i < characters.length; i++) {
            sheet.setColumnWidth(i, Math.min(characters[i], 250) * 256);
        }
        return this;
    }

    /** One line over the whole width. */
    public SheetWriter title(String title, int width) {
        return over(title, width, Look.TITLE, 26);
    }

    /** A line over the whole width that says what the sheet shows, for whom it was made and when. */
    public SheetWriter note(String note, int width) {
        return over(note, width, Look.NOTE, 16);
    }

    /** The heading of a section over the whole width. */
    public SheetWriter section(String title, int width) {
        Row row = create();
        row.setHeightInPoints(20);
        for (int i = 0; i < width; i++) {
            text(row.createCell(i), i == 0 ? title : "", Look.SECTION, Tint.NONE);
        }
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, width - 1));
        return this;
    }

    /** A label with its text over the rest of the width, as high as the text needs it. */
    public SheetWriter labelled(String label, String text, int width, int points) {
        Row row = create();
        row.setHeightInPoints(Math.max(16, points));
        text(row.createCell(0), label, Look.LONG, Tint.TOTAL);
        for (int i = 1; i < width; i++) {
            text(row.createCell(i), i == 1 ? text : "", Look.LONG, Tint.NONE);
        }
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 1, width - 1));
        return this;
    }

    /** A label with a number or a day over the rest of the width. */
    public SheetWriter labelled(String label, Object value, int width) {
        Row row = create();
        row.setHeightInPoints(16);
        text(row.createCell(0), label, Look.LONG, Tint.TOTAL);
        for (int i = 1; i < width; i++) {
            value(row.createCell(i), i == 1 ? value : null, Tint.NONE);
        }
        row.getCell(1).setCellStyle(book.leftOf(row.getCell(1).getCellStyle()));
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 1, width - 1));
        return this;
    }

    private SheetWriter over(String text, int width, Look look, int height) {
        Row row = create();
        row.setHeightInPoints(height);
        text(row.createCell(0), text, look, Tint.NONE);
        if (width > 1) {
            sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, width - 1));
        }
        return this;
    }

    /** The headings; they stay in sight when the sheet is scrolled. */
    public SheetWriter headings(List<String> headings) {
        return headings(headings, 0);
    }

    /** @param frozen so many columns stay in sight too */
    public SheetWriter headings(List<String> headings, int frozen) {
        firstHeading = next;
        plainHeadings(headings);
        heading = next - 1;
        columns = headings.size();
        sheet.createFreezePane(frozen, next);
        return this;
    }

    /** Headings that do not stay in sight, of one table among several. */
    public SheetWriter plainHeadings(List<String> headings) {
        Row row = create();
        for (int i = 0; i < headings.size(); i++) {
            text(row.createCell(i), headings.get(i), Look.HEADING, Tint.NONE);
        }
        return this;
    }

    /** Headings in two rows. */
    public SheetWriter groupedHeadings(List<ColumnGroup> groups, int frozen) {
        firstHeading = next;
        Row upper = create();
        Row lower = create();
        int at = 0;
        for (ColumnGroup group : groups) {
            int first = at;
            for (String column : group.columns()) {
                boolean single = group.title() == null;
                text(upper.createCell(at), single ? column : at == first ? group.title() : "", Look.HEADING, Tint.NONE);
                text(lower.createCell(at), single ? "" : column, Look.HEADING, Tint.NONE);
                at++;
            }
            if (group.title() == null) {
                sheet.addMergedRegion(new CellRangeAddress(upper.getRowNum(), lower.getRowNum(), first, first));
            } else if (at - first > 1) {
                sheet.addMergedRegion(new CellRangeAddress(upper.getRowNum(), upper.getRowNum(), first, at - 1));
            }
        }
        heading = lower.getRowNum();
        columns = at;
        sheet.createFreezePane(frozen, next);
        return this;
    }

    /** The rows below the headings can be filtered by their columns. */
    public SheetWriter filtered() {
        filtered = true;
        return this;
    }

    public SheetWriter printed(PrintPage on) {
        page = on;
        return this;
    }

    /** Colours the cells of a column that hold this text, also after somebody has changed them. */
    public SheetWriter marked(int column, String text, Tint tint) {
        marks.add(new Mark(column, text, tint));
        return this;
    }

    /** A row of text, money, whole and other numbers, days, moments, any of them {@link Tinted}; null leaves a cell empty. */
    public SheetWriter row(Object... values) {
        Row row = create();
        lastRow = row.getRowNum();
        for (int i = 0; i < values.length; i++) {
            value(row.createCell(i), values[i], Tint.NONE);
        }
        return this;
    }

    /** A row whose texts go on in further lines of their cells. */
    public SheetWriter tall(int points, Object... values) {
        row(values);
        Row row = sheet.getRow(lastRow);
        row.setHeightInPoints(points);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String said) {
                text(row.getCell(i), said, Look.LONG, Tint.NONE);
            }
        }
        return this;
    }

    /**
     * The last row: sums as formulas over the rows that a filter leaves, shown with the sums of all rows until then.
     *
     * @param sums by column: money or whole numbers to be summed up, or a {@link Total}
     */
    public SheetWriter totals(String label, Map<Integer, Object> sums) {
        return totals(label, sums, heading + 2, lastRow + 1);
    }

    /** The sums of one table among several; its rows are those from first to last, from 0. */
    public SheetWriter totalsOf(int first, int last, String label, Map<Integer, Object> sums) {
        columns = 1 + sums.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        return totals(label, sums, first + 1, last + 1);
    }

    private SheetWriter totals(String label, Map<Integer, Object> sums, int first, int last) {
        int rows = lastRow;
        Row row = create();
        for (int i = 0; i < columns; i++) {
            Cell cell = row.createCell(i);
            Total sum = sums.get(i) == null ? null : Total.of(sums.get(i));
            if (sum != null && last >= first) {
                String letter = CellReference.convertNumToColString(i);
                cell.setCellFormula(sum.over("%s%d:%s%d".formatted(letter, first, letter, last)));
            }
            value(cell, i == 0 ? label : sum == null ? null : sum.value(), Tint.TOTAL);
        }
        lastRow = rows;
        return this;
    }

    public SheetWriter blank() {
        next++;
        return this;
    }

    /** Where the next row goes, from 0. */
    public int position() {
        return next;
    }

    Sheet poi() {
        return sheet;
    }

    private Row create() {
        if (next >= book.format().rows()) {
            throw new NotWritable(book.format());
        }
        return sheet.createRow(next++);
    }

    /** A row as it was read, with the reasons why its cells will not do; the last column sums them up. */
    void badRow(List<cn.anchang.workbook.Cell> cells, Map<Integer, String> reasons, int width, String summary) {
        Row row = create();
        for (int i = 0; i < width; i++) {
            Cell cell = row.createCell(i);
            String reason = reasons.get(i);
            copy(
                    cell,
                    i < cells.size() ? cells.get(i) : cn.anchang.workbook.Cell.BLANK,
                    reason == null ? Tint.NONE : Tint.BAD);
            if (reason != null) {
                comment(cell, reason);
            }
        }
        text(row.createCell(width), summary, Look.LONG, Tint.NONE);
    }

    private void copy(Cell target, cn.anchang.workbook.Cell cell, Tint tint) {
        switch (cell.kind()) {
            case NUMBER:
                boolean whole = cell.number() == Math.rint(cell.number());
                target.setCellValue(cell.number());
                target.setCellStyle(book.style(whole ? Look.WHOLE : Look.NUMBER, tint, false));
                break;
            case DATE:
                value(
                        target,
                        DateUtil.isValidExcelDate(cell.number())
                                ? DateUtil.getLocalDateTime(cell.number()).toLocalDate()
                                : cell.written(),
                        tint);
                break;
            default:
                text(target, cell.text(), Look.TEXT, tint);
                break;
        }
    }

    private void value(Cell cell, Object value, Tint tint) {
        if (value instanceof Tinted tinted) {
            value(cell, tinted.value(), tinted.tint());
        } else if (value instanceof Money money) {
            cell.setCellValue(money.amount().doubleValue());
            cell.setCellStyle(book.style(Look.MONEY, tint, false));
        } else if (value instanceof Percent percent) {
            cell.setCellValue(percent.share());
            cell.setCellStyle(book.style(Look.PERCENT, tint, false));
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(book.style(Look.NUMBER, tint, false));
        } else if (value instanceof Integer || value instanceof Long) {
            cell.setCellValue(((Number) value).doubleValue());
            cell.setCellStyle(book.style(Look.WHOLE, tint, false));
        } else if (value instanceof ShortDay shown) {
            cell.setCellStyle(book.style(Look.SHORT_DAY, tint, false));
            if (shown.day() != null) {
                cell.setCellValue(shown.day());
            }
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(book.style(Look.DAY, tint, false));
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
            cell.setCellStyle(book.style(Look.MOMENT, tint, false));
        } else {
            text(cell, value == null ? "" : value.toString(), Look.TEXT, tint);
        }
    }

    private void text(Cell cell, String text, Look look, Tint tint) {
        cell.setCellStyle(book.style(look, tint, isLikeAFormula(text)));
        if (!text.isEmpty()) {
            cell.setCellValue(Book.cut(text, TEXT_LIMIT));
        }
    }

    static boolean isLikeAFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private void comment(Cell cell, String text) {
        if (comments == null) {
            comments = sheet.createDrawingPatriarch();
        }
        ClientAnchor anchor = book.poi().getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + FIRST_COMMENT_COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 3);
        Comment comment = comments.createCellComment(anchor);
        comment.setString(book.poi().getCreationHelper().createRichTextString(text));
        comment.setAddress(cell.getRowIndex(), cell.getColumnIndex());
    }

    /** All rows are written: what is said of them together can be set. */
    void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (heading >= 0 && filtered) {
            sheet.setAutoFilter(new CellRangeAddress(heading, Math.max(heading, lastRow), 0, columns - 1));
        }
        if (heading >= 0 && lastRow > heading) {
            marks.forEach(this::mark);
        }
        if (page != null) {
            page.set(sheet.getPrintSetup());
            sheet.setFitToPage(true);
            sheet.setHorizontallyCenter(true);
            sheet.setMargin(PageMargin.LEFT, NARROW_INCHES);
            sheet.setMargin(PageMargin.RIGHT, NARROW_INCHES);
            sheet.getFooter().setCenter("第 &P 页，共 &N 页");
            if (heading >= 0) {
                sheet.setRepeatingRows(new CellRangeAddress(firstHeading, heading, -1, -1));
            }
        }
    }

    private void mark(Mark mark) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule("$%s%d=\"%s\""
                .formatted(
                        CellReference.convertNumToColString(mark.column),
                        heading + 2,
                        mark.text.replace("\"", "\"\"")));
        PatternFormatting fill = rule.createPatternFormatting();
        if (book.format() == BookFormat.XLSX) {
            fill.setFillBackgroundColor(mark.tint.color());
        } else {
            fill.setFillBackgroundColor(mark.tint.nearest());
        }
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        CellRangeAddress[] where = {new CellRangeAddress(heading + 1, lastRow, mark.column, mark.column)};
        formats.addConditionalFormatting(where, rule);
    }

    /** The workbook as a file; nothing can be written afterwards. */
    public byte[] finish() {
        end();
        return book.bytes();
    }

    @Override
    public void close() {
        book.close();
    }
}

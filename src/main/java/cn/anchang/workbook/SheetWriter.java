package cn.anchang.workbook;

import cn.anchang.shared.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes one sheet from top to bottom, keeping few rows in memory. Text that begins like a formula (= + - @ tab, return) stays text: no
 * program that opens the sheet runs what a customer called themselves.
 */
public final class SheetWriter implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int TEXT_LIMIT = 32_000;

    private final SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final SXSSFSheet sheet;
    private final Map<String, CellStyle> styles = new HashMap<>();
    private Drawing<?> comments;
    private int next;

    public SheetWriter(String sheetName) {
        this.sheet = book.createSheet(sheetName);
    }

    /** @param characters the width of each column, left to right */
    public SheetWriter widths(int... characters) {
        for (int i = 0; i < characters.length; i++) {
            sheet.setColumnWidth(i, Math.min(characters[i], 250) * 256);
        }
        return this;
    }

    /** One line over the whole width. */
    public SheetWriter title(String title, int columns) {
        SXSSFRow row = sheet.createRow(next);
        row.setHeightInPoints(26);
        SXSSFCell cell = row.createCell(0);
        text(cell, title, Look.TITLE, false);
        if (columns > 1) {
            sheet.addMergedRegion(new CellRangeAddress(next, next, 0, columns - 1));
        }
        next++;
        return this;
    }

    /** The headings; they stay in sight when the sheet is scrolled. */
    public SheetWriter headings(List<String> headings) {
        SXSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < headings.size(); i++) {
            text(row.createCell(i), headings.get(i), Look.HEADING, false);
        }
        sheet.createFreezePane(0, next);
        return this;
    }

    /** A row of text, money, whole and other numbers, days; null leaves a cell empty. */
    public SheetWriter row(Object... values) {
        SXSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < values.length; i++) {
            value(row.createCell(i), values[i], false);
        }
        return this;
    }

    /** A row as it was read, with the reasons why its cells will not do; the last column sums them up. */
    void badRow(List<Cell> cells, Map<Integer, String> reasons, int width, String summary) {
        SXSSFRow row = sheet.createRow(next);
        for (int i = 0; i < width; i++) {
            SXSSFCell cell = row.createCell(i);
            String reason = reasons.get(i);
            copy(cell, i < cells.size() ? cells.get(i) : Cell.BLANK, reason != null);
            if (reason != null) {
                comment(cell, reason);
            }
        }
        text(row.createCell(width), summary, Look.REASON, false);
        next++;
    }

    private void copy(SXSSFCell target, Cell cell, boolean bad) {
        switch (cell.kind()) {
            case NUMBER:
                boolean whole = cell.number() == Math.rint(cell.number());
                target.setCellValue(cell.number());
                target.setCellStyle(style(whole ? Look.WHOLE : Look.NUMBER, bad, false));
                break;
            case DATE:
                value(
                        target,
                        DateUtil.isValidExcelDate(cell.number())
                                ? DateUtil.getLocalDateTime(cell.number()).toLocalDate()
                                : cell.written(),
                        bad);
                break;
            default:
                text(target, cell.text(), Look.TEXT, bad);
                break;
        }
    }

    private void value(SXSSFCell cell, Object value, boolean bad) {
        if (value instanceof Money money) {
            cell.setCellValue(money.amount().doubleValue());
            cell.setCellStyle(style(Look.MONEY, bad, false));
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(style(Look.NUMBER, bad, false));
        } else if (value instanceof Integer || value instanceof Long) {
            cell.setCellValue(((Number) value).doubleValue());
            cell.setCellStyle(style(Look.WHOLE, bad, false));
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(style(Look.DAY, bad, false));
        } else {
            text(cell, value == null ? "" : value.toString(), Look.TEXT, bad);
        }
    }

    private void text(SXSSFCell cell, String text, Look look, boolean bad) {
        boolean quoted = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        cell.setCellStyle(style(look, bad, quoted));
        if (!text.isEmpty()) {
            cell.setCellValue(text.length() > TEXT_LIMIT ? text.substring(0, TEXT_LIMIT) : text);
        }
    }

    private CellStyle style(Look look, boolean bad, boolean quoted) {
        return styles.computeIfAbsent(look + "/" + bad + "/" + quoted, key -> look.in(book, bad, quoted));
    }

    private void comment(SXSSFCell cell, String text) {
        if (comments == null) {
            comments = sheet.createDrawingPatriarch();
        }
        ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 3);
        Comment comment = comments.createCellComment(anchor);
        comment.setString(book.getCreationHelper().createRichTextString(text));
        comment.setAddress(cell.getRowIndex(), cell.getColumnIndex());
    }

    /** The workbook as a file; nothing can be written afterwards. */
    public byte[] finish() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

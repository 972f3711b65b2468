package cn.anchang.workbook;

import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/** The styles of every sheet we write, by what a cell is. */
enum Look {
    TITLE(null, style -> style.setAlignment(HorizontalAlignment.CENTER)),
    HEADING(null, style -> {
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setWrapText(true);
        fill(style, IndexedColors.GREY_25_PERCENT);
        borders(style);
    }),
    TEXT("@", Look::borders),
    WHOLE("0", Look::borders),
    NUMBER("0.00", Look::borders),
    MONEY("#,##0.00", Look::borders),
    DAY("yyyy-mm-dd", style -> {
        style.setAlignment(HorizontalAlignment.CENTER);
        borders(style);
    }),
    REASON("@", style -> {
        style.setWrapText(true);
        borders(style);
    });

    private final String format;
    private final Consumer<CellStyle> shape;

    Look(String format, Consumer<CellStyle> shape) {
        this.format = format;
        this.shape = shape;
    }

    /**
     * @param bad whether the cell is marked as the one to mend
     * @param quoted whether its text begins like a formula and must stay text
     */
    CellStyle in(org.apache.poi.ss.usermodel.Workbook book, boolean bad, boolean quoted) {
        CellStyle style = book.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (format != null) {
            style.setDataFormat(book.createDataFormat().getFormat(format));
        }
        Font font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) (this == TITLE ? 14 : 10));
        font.setBold(this == TITLE || this == HEADING);
        style.setFont(font);
        shape.accept(style);
        if (bad) {
            fill(style, IndexedColors.ROSE);
        }
        style.setQuotePrefixed(quoted);
        return style;
    }

    private static void fill(CellStyle style, IndexedColors color) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(color.getIndex());
    }

    private static void borders(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}

package cn.anchang.workbook;

import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/** The styles of every sheet we write, by what a cell is. */
enum Look {
    TITLE(null, style -> style.setAlignment(HorizontalAlignment.CENTER)),
    /** A line below the title: what was asked for, by whom and when. */
    NOTE(null, style -> style.setWrapText(true)),
    /** The heading of a part of a document. */
    SECTION(null, style -> {
        style.setAlignment(HorizontalAlignment.LEFT);
        Tint.HEAD.fill(style);
        borders(style);
    }),
    HEADING(null, style -> {
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setWrapText(true);
        borders(style);
    }),
    TEXT("@", Look::borders),
    /** Text of several lines. */
    LONG("@", style -> {
        style.setWrapText(true);
        borders(style);
    }),
    WHOLE("0", Look::borders),
    NUMBER("0.00", Look::borders),
    MONEY("#,##0.00", Look::borders),
    PERCENT("0.0%", Look::borders),
    /** Where there are many of them. */
    SHORT_DAY("yy-mm-dd", style -> {
        style.setAlignment(HorizontalAlignment.CENTER);
        borders(style);
    }),
    DAY("yyyy-mm-dd", style -> {
        style.setAlignment(HorizontalAlignment.CENTER);
        borders(style);
    }),
    MOMENT("yyyy-mm-dd hh:mm", style -> {
        style.setAlignment(HorizontalAlignment.CENTER);
        borders(style);
    });

    private final String format;
    private final Consumer<CellStyle> shape;

    Look(String format, Consumer<CellStyle> shape) {
        this.format = format;
        this.shape = shape;
    }

    /** @param quoted whether its text begins like a formula and must stay text */
    CellStyle in(Book book, Tint tint, boolean quoted) {
        CellStyle style = book.poi().createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (format != null) {
            style.setDataFormat(book.poi().createDataFormat().getFormat(format));
        }
        LookFont font = this == TITLE ? LookFont.TITLE : this == NOTE ? LookFont.NOTE : LookFont.BODY;
        style.setFont(book.font(font, this == TITLE || this == HEADING || this == SECTION || tint == Tint.TOTAL));
        shape.accept(style);
        (this == HEADING && tint == Tint.NONE ? Tint.HEAD : tint).fill(style);
        style.setQuotePrefixed(quoted);
        return style;
    }

    private static void borders(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}

package cn.anchang.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * A cell as it was read, before anybody knows what it ought to be.
 *
 * @param number the number, or the day as a serial of the 1900 system
 */
record Cell(Kind kind, String text, double number) {

    enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        ERROR,
        /** A formula nobody has calculated: the file was written by a program and never opened. */
        UNCALCULATED,
        /** Covered by a merged cell above. */
        COVERED
    }

    static final Cell BLANK = new Cell(Kind.BLANK, "", 0);
    static final Cell COVERED = new Cell(Kind.COVERED, "", 0);

    static Cell text(String text) {
        return text.isBlank() ? BLANK : new Cell(Kind.TEXT, text, 0);
    }

    static Cell number(double number) {
        return new Cell(Kind.NUMBER, "", number);
    }

    static Cell date(double serial) {
        return new Cell(Kind.DATE, "", serial);
    }

    static Cell error(String code) {
        return new Cell(Kind.ERROR, code, 0);
    }

    static Cell uncalculated(String formula) {
        return new Cell(Kind.UNCALCULATED, "=" + formula, 0);
    }

    boolean isBlank() {
        return kind == Kind.BLANK || kind == Kind.COVERED;
    }

    /** A sheet's numbers are exact to fifteen digits; what lies behind is noise of its arithmetic. */
    BigDecimal decimal() {
        BigDecimal exact = new BigDecimal(number).round(new MathContext(15)).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** As a person would write it down. */
    String written() {
        switch (kind) {
            case NUMBER:
                return Double.isFinite(number) ? decimal().toPlainString() : String.valueOf(number);
            case DATE:
                if (!DateUtil.isValidExcelDate(number)) {
                    return decimal().toPlainString();
                }
                LocalDateTime moment = DateUtil.getLocalDateTime(number);
                return DateTimeFormatter.ofPattern(
                                moment.toLocalTime().toSecondOfDay() == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm")
                        .format(moment);
            default:
                return text;
        }
    }
}

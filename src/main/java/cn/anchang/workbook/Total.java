package cn.anchang.workbook;

/**
 * What the last row says of a column: a formula over the rows that a filter leaves, and its result over all of them.
 *
 * @param value money or a whole number
 */
public record Total(Kind kind, Object value) {

    /** How SUBTOTAL names it, hidden rows left out. */
    public enum Kind {
        SUM(109),
        /** Of numbers and days. */
        COUNT(102),
        /** Of whatever is not empty. */
        COUNT_FILLED(103);

        private final int function;

        Kind(int function) {
            this.function = function;
        }
    }

    static Total of(Object sum) {
        return sum instanceof Total total ? total : new Total(Kind.SUM, sum);
    }

    String over(String cells) {
        return "SUBTOTAL(%d,%s)".formatted(kind.function, cells);
    }
}

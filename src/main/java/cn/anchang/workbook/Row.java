package cn.anchang.workbook;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.workbook.CellProblem.ControlCharacter;
import cn.anchang.workbook.CellProblem.FormulaFailed;
import cn.anchang.workbook.CellProblem.FormulaUncalculated;
import cn.anchang.workbook.CellProblem.MergedAway;
import cn.anchang.workbook.CellProblem.Missing;
import cn.anchang.workbook.CellProblem.NotAChoice;
import cn.anchang.workbook.CellProblem.NotADate;
import cn.anchang.workbook.CellProblem.NotANumber;
import cn.anchang.workbook.CellProblem.NotWhole;
import cn.anchang.workbook.CellProblem.NumberOutOfRange;
import cn.anchang.workbook.CellProblem.TooLong;
import cn.anchang.workbook.CellProblem.TooManyDecimals;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * One row of a sheet, asked column by column for what it should hold. What cannot be read becomes a problem of its cell, and the answer
 * is null; so is a blank cell's.
 */
public final class Row {

    /** @param column null when the whole row is meant */
    record Problem(Column column, Refusal reason) {}

    /** @param was as people read it, or empty */
    record Change(Column column, String was, String becomes) {}

    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern PLAIN_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern UNITS = Pattern.compile("^[¥¥$]|(元/m2|元/平|元|m2|平方米|平米|平|层|楼|f|套|人|%)$");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private final int number;
    private final List<Cell> cells;
    private final Map<Column, Integer> positions;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    Row(int number, List<Cell> cells, Map<Column, Integer> positions) {
        this.number = number;
        this.cells = cells;
        this.positions = positions;
    }

    /** As the sheet shows it, from 1. */
    public int number() {
        return number;
    }

    public boolean isGood() {
        return problems.isEmpty();
    }

    public boolean has(Column column) {
        return !cell(column).isBlank();
    }

    /** Says why the cell will not do. */
    public void problem(Column column, Refusal reason) {
        problems.add(new Problem(column, reason));
    }

    /** Says what a good row would change, for the person to see before deciding. */
    public void change(Column column, String was, String becomes) {
        changes.add(new Change(column, was, becomes));
    }

    List<Change> changes() {
        return changes;
    }

    /** Says why the row will not do, whichever its cell. */
    public void problem(Refusal reason) {
        problems.add(new Problem(null, reason));
    }

    List<Problem> problems() {
        return problems;
    }

    List<Cell> cells() {
        return cells;
    }

    int position(Column column) {
        return column == null ? -1 : positions.getOrDefault(column, -1);
    }

    /** Text without its outer spaces; a number as its digits. */
    public String text(Column column, int atMost) {
        Cell cell = readable(column);
        if (cell == null) {
            return null;
        }
        String text = Normalizer.normalize(cell.written(), Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .strip();
        if (CONTROL.matcher(text).find()) {
            return no(column, new ControlCharacter());
        }
        if (text.length() > atMost) {
            return no(column, new TooLong(atMost));
        }
        return text;
    }

    /** A number, whether written as one or as text with separators or its unit. */
    public BigDecimal decimal(Column column, int decimals) {
        Cell cell = readable(column);
        if (cell == null) {
            return null;
        }
        BigDecimal value = number(cell);
        if (value == null) {
            return no(column, new NotANumber(shortened(cell)));
        }
        value = value.stripTrailingZeros();
        if (value.scale() > decimals) {
            return no(column, new TooManyDecimals(value.toPlainString(), decimals));
        }
        return value.setScale(decimals);
    }

    public BigDecimal decimal(Column column, int decimals, BigDecimal from, BigDecimal to) {
        BigDecimal value = decimal(column, decimals);
        if (value != null && (value.compareTo(from) < 0 || value.compareTo(to) > 0)) {
            return no(
                    column,
                    new NumberOutOfRange(
                            value.stripTrailingZeros().toPlainString(), from.toPlainString(), to.toPlainString()));
        }
        return value;
    }

    /** A positive amount in CNY, below ten billion. */
    public Money money(Column column) {
        BigDecimal value = decimal(column, 2, new BigDecimal("0.01"), new BigDecimal("9999999999.99"));
        return value == null ? null : Money.of(value);
    }

    public Integer whole(Column column, int from, int to) {
        Cell cell = readable(column);
        if (cell == null) {
            return null;
        }
        BigDecimal value = number(cell);
        if (value == null || value.stripTrailingZeros().scale() > 0) {
            return no(column, new NotWhole(shortened(cell)));
        }
        if (value.compareTo(BigDecimal.valueOf(from)) < 0 || value.compareTo(BigDecimal.valueOf(to)) > 0) {
            return no(column, new NumberOutOfRange(value.toPlainString(), String.valueOf(from), String.valueOf(to)));
        }
        return value.intValueExact();
    }

    /** A day: a date cell, a serial number, or text such as 2026-11-23, 2026/11/23, 2026年11月23日, 20261123. */
    public LocalDate date(Column column) {
        Cell cell = readable(column);
        if (cell == null) {
            return null;
        }
        LocalDate day = day(cell);
        if (day == null || day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            return no(column, new NotADate(shortened(cell)));
        }
        return day;
    }

    /** One of several words. */
    public <E> E choice(Column column, Map<String, E> choices) {
        Cell cell = readable(column);
        if (cell == null) {
            return null;
        }
        String given = Heading.plain(cell.written());
        for (Map.Entry<String, E> choice : choices.entrySet()) {
            if (Heading.plain(choice.getKey()).equals(given)) {
                return choice.getValue();
            }
        }
        return no(column, new NotAChoice(shortened(cell), List.copyOf(choices.keySet())));
    }

    private Cell readable(Column column) {
        Cell cell = cell(column);
        switch (cell.kind()) {
            case BLANK:
                return column.isRequired() ? no(column, new Missing()) : null;
            case COVERED:
                return no(column, new MergedAway());
            case ERROR:
                return no(column, new FormulaFailed(cell.text()));
            case UNCALCULATED:
                return no(column, new FormulaUncalculated());
            default:
                return cell;
        }
    }

    private Cell cell(Column column) {
        Integer at = positions.get(column);
        return at == null || at >= cells.size() ? Cell.BLANK : cells.get(at);
    }

    private <T> T no(Column column, Refusal reason) {
        problem(column, reason);
        return null;
    }

    private static String shortened(Cell cell) {
        String written = cell.written();
        return written.length() > 40 ? written.substring(0, 40) + "…" : written;
    }

    private static BigDecimal number(Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            return Double.isFinite(cell.number()) ? cell.decimal() : null;
        }
        if (cell.kind() != Cell.Kind.TEXT || cell.text().length() > 60) {
            return null;
        }
        String text =
                Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        text = UNITS.matcher(text).replaceAll("").strip();
        return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(",", "")) : null;
    }

    private static LocalDate day(Cell cell) {
        if (cell.kind() == Cell.Kind.DATE || cell.kind() == Cell.Kind.NUMBER) {
            boolean isDay = DateUtil.isValidExcelDate(cell.number())
                    && cell.number() < 100_000
                    && (cell.kind() == Cell.Kind.DATE || cell.number() == Math.rint(cell.number()));
            return isDay ? DateUtil.getLocalDateTime(cell.number()).toLocalDate() : plainDay(cell.written());
        }
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        Matcher written = DAY.matcher(text);
        return written.matches() ? of(written) : plainDay(text);
    }

    private static LocalDate plainDay(String text) {
        Matcher digits = PLAIN_DAY.matcher(text);
        return digits.matches() ? of(digits) : null;
    }

    private static LocalDate of(Matcher parts) {
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}

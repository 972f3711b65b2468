package cn.anchang.workbook;

import cn.anchang.workbook.FileRefused.AmountsInTenThousands;
import cn.anchang.workbook.FileRefused.ColumnTwice;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where each column stands in a sheet. Headings are compared without spaces, units, stars and colons; of a heading in two rows the lower
 * counts, alone or after the merged one above it.
 *
 * @param lastRow the last row that belongs to the heading
 * @param rows one or two
 * @param positions column index by column asked for
 * @param twice why this heading cannot be used, or null
 */
record Heading(
        int lastRow,
        int rows,
        Map<Column, Integer> positions,
        List<String> headings,
        List<String> ignored,
        ColumnTwice twice) {

    private static final Pattern UNIT = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
    private static final Pattern DECORATION = Pattern.compile("[\\s\\u00a0*::、_/-]");

    /**
     * Finds the best heading among the sheet's first rows.
     *
     * @param rows cells by row number, merged cells filled in
     * @return null when no row has two of the columns
     */
    static Heading find(TreeMap<Integer, List<Cell>> rows, List<Column> columns) {
        Heading best = null;
        for (int row : rows.keySet()) {
            List<Cell> upper = rows.get(row);
            List<Cell> lower = rows.get(row + 1);
            best = better(best, match(row, upper, null, columns));
            if (lower != null && isText(lower)) {
                best = better(best, match(row + 1, lower, upper, columns));
            }
        }
        return best;
    }

    private static boolean isText(List<Cell> row) {
        return row.stream().allMatch(cell -> cell.isBlank() || cell.kind() == Cell.Kind.TEXT);
    }

    private static Heading better(Heading one, Heading other) {
        if (other.positions.size() < 2) {
            return one;
        }
        return one == null || other.worth() > one.worth() ? other : one;
    }

    /** More columns first, then none of them twice, then fewer rows. */
    private int worth() {
        return positions.size() * 4 + (twice == null ? 2 : 0) + (rows == 1 ? 1 : 0);
    }

    private static Heading match(int lastRow, List<Cell> lower, List<Cell> upper, List<Column> columns) {
        int width = Math.max(lower.size(), upper == null ? 0 : upper.size());
        Map<Column, Integer> positions = new LinkedHashMap<>();
        Map<Column, Integer> ranks = new HashMap<>();
        List<String> headings = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        ColumnTwice twice = null;
        for (int i = 0; i < width; i++) {
            String below = i < lower.size() ? lower.get(i).written() : "";
            String above = upper != null && i < upper.size() ? upper.get(i).written() : "";
            String heading = below.isBlank() || below.equals(above) ? above : above.isBlank() ? below : above + below;
            headings.add(heading.strip());
            boolean asked = false;
            for (Column column : columns) {
                int rank = rank(column, below, above);
                if (rank == 0) {
                    continue;
                }
                asked = true;
                Integer other = positions.get(column);
                if (other != null && ranks.get(column) == rank) {
                    twice = new ColumnTwice(column.name(), letter(other), letter(i));
                }
                if (other == null || rank > ranks.get(column)) {
                    positions.put(column, i);
                    ranks.put(column, rank);
                }
            }
            if (!asked && !heading.isBlank()) {
                ignored.add(heading.strip());
            }
        }
        return new Heading(lastRow, upper == null ? 1 : 2, positions, headings, ignored, twice);
    }

    /** How surely these cells head the column; 0 for not at all. The name under its merged heading is surest. */
    private static int rank(Column column, String below, String above) {
        String low = plain(below);
        String high = plain(above);
        String joined = high + low;
        if (!low.isEmpty() && !high.isEmpty() && !low.equals(high)) {
            return joined.equals(plain(column.name())) || isAlias(column, joined) ? 4 : alone(column, low, high);
        }
        return alone(column, low.isEmpty() ? high : low, "");
    }

    private static int alone(Column column, String low, String above) {
        if (low.equals(plain(column.name()))) {
            return above.isEmpty() ? 3 : 2;
        }
        return isAlias(column, low) ? 1 : 0;
    }

    private static boolean isAlias(Column column, String heading) {
        return column.aliases().stream().anyMatch(alias -> plain(alias).equals(heading));
    }

    void refuseDoubles() {
        if (twice != null) {
            throw new FileNotReadable(twice);
        }
    }

    /** Amounts in 万元 would be read ten thousand times too small, so such a column is refused. */
    void refuseTenThousands(List<Column> amounts) {
        for (Column column : amounts) {
            Integer at = positions.get(column);
            if (at != null
                    && Normalizer.normalize(headings.get(at), Normalizer.Form.NFKC)
                            .contains("万")) {
                throw new FileNotReadable(new AmountsInTenThousands(headings.get(at)));
            }
        }
    }

    static String plain(String heading) {
        String folded = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return DECORATION.matcher(UNIT.matcher(folded).replaceAll("")).replaceAll("");
    }

    static String letter(int column) {
        return org.apache.poi.ss.util.CellReference.convertNumToColString(column);
    }
}

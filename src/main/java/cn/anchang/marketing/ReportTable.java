package cn.anchang.marketing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table in plain text, for a letter: columns stand under each other where a Chinese character is as wide as two others. */
final class ReportTable {

    private static final String GAP = "  ";

    private ReportTable() {}

    /** The first column stands left, numbers stand right. */
    static String of(List<String> columns, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(columns);
        all.addAll(rows);
        int[] widths = new int[columns.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        boolean[] right = new boolean[columns.size()];
        for (int i = 1; i < right.length; i++) {
            int column = i;
            right[i] = rows.stream().allMatch(row -> row.get(column).matches("[-\\d,.%—]*"));
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            lines.add(line(row, widths, right));
        }
        int total = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
        lines.add(1, "-".repeat(total));
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i).replaceAll("\\s+", " ");
            String room = " ".repeat(Math.max(0, widths[i] - width(cell)));
            line.append(i == 0 ? "" : GAP).append(right[i] ? room + cell : cell + room);
        }
        return line.toString();
    }

    /** In characters of a typewriter: everything Chinese, the long dash included, is two wide. */
    static int width(String text) {
        return text.codePoints()
                .map(point -> point >= 0x2E80 || point == '—' ? 2 : 1)
                .sum();
    }
}

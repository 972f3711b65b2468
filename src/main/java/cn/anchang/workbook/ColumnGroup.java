package cn.anchang.workbook;

import java.util.List;

/**
 * Headings under a common one.
 *
 * @param title over all of them, or null for a single heading that takes both rows
 */
public record ColumnGroup(String title, List<String> columns) {

    public static ColumnGroup single(String heading) {
        return new ColumnGroup(null, List.of(heading));
    }
}

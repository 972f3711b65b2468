package cn.anchang.approval;

import java.util.List;

/** What stands in a section: a labelled text, or a table. Texts are ready to be read; missing ones are empty. */
public sealed interface Part {

    String key();

    String label();

    record Field(String key, String label, String text) implements Part {

        public Field {
            text = text == null ? "" : text;
        }
    }

    record Table(String key, String label, List<String> columns, List<Line> lines) implements Part {

        public Table {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /** @param key the same in each version, so that a line is compared with itself wherever it stands */
    record Line(String key, List<String> cells) {

        public Line {
            cells = cells.stream().map(cell -> cell == null ? "" : cell).toList();
        }
    }
}

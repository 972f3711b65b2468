package cn.anchang.approval;

import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Line;
import cn.anchang.approval.Part.Table;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What differs between two versions, field by field; lines of a table are matched by their key, wherever they stand. */
@Component
class Comparison {

    private static final String INSIDE = " · ";

    private final Sentences sentences;

    Comparison(Sentences sentences) {
        this.sentences = sentences;
    }

    List<Change> between(List<Section> before, List<Section> after) {
        List<Change> changes = new ArrayList<>();
        Map<String, Section> earlier = byKey(before, Section::key);
        Map<String, Section> later = byKey(after, Section::key);
        later.forEach((key, section) -> {
            Section old = earlier.get(key);
            compare(section.title(), old == null ? List.of() : old.parts(), section.parts(), changes);
        });
        earlier.forEach((key, section) -> {
            if (!later.containsKey(key)) {
                compare(section.title(), section.parts(), List.of(), changes);
            }
        });
        return List.copyOf(changes);
    }

    private void compare(String section, List<Part> before, List<Part> after, List<Change> changes) {
        Map<String, Part> earlier = byKey(before, Part::key);
        Map<String, Part> later = byKey(after, Part::key);
        later.forEach((key, part) -> compare(section, earlier.get(key), part, changes));
        earlier.forEach((key, part) -> {
            if (!later.containsKey(key)) {
                compare(section, part, null, changes);
            }
        });
    }

    /** One of the two may be missing. A part that became another kind of part went and came. */
    private void compare(String section, Part before, Part after, List<Change> changes) {
        if (before != null && after != null && before.getClass() != after.getClass()) {
            compare(section, before, null, changes);
            compare(section, null, after, changes);
        } else if (after instanceof Field || after == null && before instanceof Field) {
            Part named = after == null ? before : after;
            text(
                    section,
                    named.label(),
                    before == null ? "" : ((Field) before).text(),
                    after == null ? "" : ((Field) after).text(),
                    changes);
        } else {
            lines(section, (Table) before, (Table) after, changes);
        }
    }

    private void lines(String section, Table before, Table after, List<Change> changes) {
        Table named = after == null ? before : after;
        Map<String, Line> earlier = before == null ? Map.of() : byKey(before.lines(), Line::key);
        Map<String, Line> later = after == null ? Map.of() : byKey(after.lines(), Line::key);
        later.forEach((key, line) -> {
            Line old = earlier.get(key);
            String label = named.label() + INSIDE + nameOf(line);
            if (old == null) {
                changes.add(new Change(section, label, ChangeKind.ADDED, "", whole(after.columns(), line)));
            } else {
                cells(section, label, before.columns(), old, after.columns(), line, changes);
            }
        });
        earlier.forEach((key, line) -> {
            if (!later.containsKey(key)) {
                String label = named.label() + INSIDE + nameOf(line);
                changes.add(new Change(section, label, ChangeKind.REMOVED, whole(before.columns(), line), ""));
            }
        });
        order(section, named.label(), earlier, later, changes);
    }

    private static void cells(
            String section,
            String label,
            List<String> columnsBefore,
            Line before,
            List<String> columnsAfter,
            Line after,
            List<Change> changes) {
        Map<String, String> earlier = cellsOf(columnsBefore, before);
        Map<String, String> later = cellsOf(columnsAfter, after);
        later.forEach((column, text) ->
                text(section, label + INSIDE + column, earlier.getOrDefault(column, ""), text, changes));
        earlier.forEach((column, text) -> {
            if (!later.containsKey(column)) {
                text(section, label + INSIDE + column, text, "", changes);
            }
        });
    }

    /** Lines that both have, in another order. */
    private void order(
            String section, String label, Map<String, Line> before, Map<String, Line> after, List<Change> changes) {
        List<String> earlier =
                before.keySet().stream().filter(after::containsKey).toList();
        List<String> later = after.keySet().stream().filter(before::containsKey).toList();
        if (!earlier.equals(later)) {
            changes.add(new Change(
                    section,
                    label + INSIDE + sentences.text("change.order"),
                    ChangeKind.CHANGED,
                    names(earlier, before),
                    names(later, after)));
        }
    }

    private static String names(List<String> keys, Map<String, Line> lines) {
        return keys.stream().map(key -> nameOf(lines.get(key))).collect(Collectors.joining("、"));
    }

    private static void text(String section, String label, String before, String after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        ChangeKind kind =
                before.isEmpty() ? ChangeKind.ADDED : after.isEmpty() ? ChangeKind.REMOVED : ChangeKind.CHANGED;
        changes.add(new Change(section, label, kind, before, after));
    }

    /** A line is called by its first cell that says something. */
    private static String nameOf(Line line) {
        return line.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
    }

    private static String whole(List<String> columns, Line line) {
        return cellsOf(columns, line).entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .collect(Collectors.joining("；"));
    }

    private static Map<String, String> cellsOf(List<String> columns, Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        IntStream.range(0, Math.min(columns.size(), line.cells().size()))
                .forEach(i -> cells.put(columns.get(i), line.cells().get(i)));
        return cells;
    }

    /** Two of one key are told apart by their place, so that neither hides the other. */
    private static <T> Map<String, T> byKey(List<T> things, Function<T, String> key) {
        Map<String, T> found = new LinkedHashMap<>();
        for (T thing : things) {
            String own = key.apply(thing);
            for (int place = 2; found.containsKey(own); place++) {
                own = key.apply(thing) + "#" + place;
            }
            found.put(own, thing);
        }
        return found;
    }
}

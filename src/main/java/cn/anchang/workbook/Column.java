package cn.anchang.workbook;

import java.util.List;

/**
 * A column as an import asks for it, by the names people give it.
 *
 * @param name its own name, which the template shows
 * @param aliases other headings it is known by; under a merged heading, both joined
 * @param isRequired whether a sheet without it is refused, and a row without a value in it
 * @param repeats whether one merged cell may stand for several rows, as a building's name often does
 */
public record Column(String name, List<String> aliases, boolean isRequired, boolean repeats) {

    public static Column required(String name, String... aliases) {
        return new Column(name, List.of(aliases), true, false);
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, List.of(aliases), false, false);
    }

    public Column repeating() {
        return new Column(name, aliases, isRequired, true);
    }
}

package cn.anchang.workbench;

import cn.anchang.inventory.BoardUnit;
import cn.anchang.inventory.UnitState;
import cn.anchang.inventory.UnitUse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What somebody looks for on the board, as typed; a word that is none of ours narrows nothing. Prices in 万元, areas in ㎡, ends included.
 */
public record BoardFilter(
        String state, String layout, String use, String minPrice, String maxPrice, String minArea, String maxArea) {

    private static final int LONGEST = 12;

    boolean isEmpty() {
        return Stream.of(state, layout, use, minPrice, maxPrice, minArea, maxArea)
                .allMatch(part -> part == null || part.isBlank());
    }

    /** Whether something meant to be a number is none; it is left out, and the person is told. */
    boolean isUnreadable() {
        return Stream.of(minPrice, maxPrice, minArea, maxArea)
                .anyMatch(part -> part != null && !part.isBlank() && number(part) == null);
    }

    /** Reads what was typed once, for however many units. */
    Narrowed read() {
        return new Narrowed(
                named(UnitState.values(), state),
                named(UnitUse.values(), use),
                layout == null || layout.isBlank() ? null : layout.strip(),
                inYuan(number(minPrice)),
                inYuan(number(maxPrice)),
                number(minArea),
                number(maxArea));
    }

    /** The same, read; null narrows nothing. A unit without a price is in no range of prices. */
    record Narrowed(
            UnitState state,
            UnitUse use,
            String layout,
            BigDecimal minPrice,
            BigDecimal maxPrice,
            BigDecimal minArea,
            BigDecimal maxArea) {

        boolean covers(BoardUnit unit) {
            return (state == null || unit.state() == state)
                    && (use == null || unit.use() == use)
                    && (layout == null || layout.equals(unit.layout()))
                    && within(unit.listPrice() == null ? null : unit.listPrice().amount(), minPrice, maxPrice)
                    && within(unit.area(), minArea, maxArea);
        }

        private static boolean within(BigDecimal value, BigDecimal least, BigDecimal most) {
            return value == null
                    ? least == null && most == null
                    : (least == null || value.compareTo(least) >= 0) && (most == null || value.compareTo(most) <= 0);
        }
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> Objects.equals(value.name(), name))
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal inYuan(BigDecimal tenThousands) {
        return tenThousands == null ? null : tenThousands.movePointRight(4);
    }

    /** Null for what is none, and for numbers nobody means. */
    private static BigDecimal number(String text) {
        String plain = text == null ? "" : text.strip();
        return plain.length() <= LONGEST && plain.matches("\\d+(\\.\\d+)?") ? new BigDecimal(plain) : null;
    }
}

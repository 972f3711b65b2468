package cn.anchang.change;

import java.math.BigDecimal;

/**
 * Who may grant a price, and why (R09).
 *
 * @param discount off the list price, in percent with four decimals, rounded up: what is above a limit never counts as within it
 * @param authority the group that decides; {@code none} when there is no discount, {@code nobody} when it is beyond everybody
 * @param rule of the table {@code price-authority}
 * @param table its version
 */
public record SpecialPriceRuling(
        BigDecimal discount,
        boolean belowFloor,
        String authority,
        SpecialPriceLight light,
        String reason,
        String rule,
        int table) {

    static final String NONE = "none";
    static final String NOBODY = "nobody";
}

package cn.anchang.inventory;

import cn.anchang.shared.Money;

/**
 * A unit's price in one price list.
 *
 * @param list what the board shows (表价), for the whole unit
 * @param floor what no one but the general manager may go below (底价, R09)
 */
public record UnitPrice(Money list, Money floor) {

    /** @throws IllegalArgumentException when a price is not positive or the floor lies above the list price */
    public UnitPrice {
        if (!list.isPositive() || !floor.isPositive()) {
            throw new IllegalArgumentException("A price is positive: list %s, floor %s".formatted(list, floor));
        }
        if (floor.isMoreThan(list)) {
            throw new IllegalArgumentException("The floor %s lies above the list price %s".formatted(floor, list));
        }
    }
}

package cn.anchang.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What can be said of a unit without its price.
 *
 * @param floor negative below ground
 * @param layout 户型, or null where it has none, as a parking space
 * @param grossArea 建筑面积 in m², two decimals
 */
public record UnitFacts(int floor, UnitUse use, String layout, BigDecimal grossArea) {

    /** @throws IllegalArgumentException when the area is not positive or finer than two decimals */
    public UnitFacts {
        if (grossArea.signum() <= 0) {
            throw new IllegalArgumentException("An area is positive: " + grossArea);
        }
        try {
            grossArea = grossArea.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("An area has at most two decimals: " + grossArea, e);
        }
    }
}

package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.math.BigDecimal;

/** What a customer looks for; null means anything. Bounds are inclusive. */
public record UnitFilter(
        String building,
        UnitUse use,
        String layout,
        Integer floor,
        BigDecimal minArea,
        BigDecimal maxArea,
        Money minPrice,
        Money maxPrice) {

    public static final UnitFilter ANY = new UnitFilter(null, null, null, null, null, null, null, null);
}

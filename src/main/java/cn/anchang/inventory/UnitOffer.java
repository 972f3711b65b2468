package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A unit on the board, as a customer may see it: without its floor price (底价).
 *
 * @param permitNo the permit valid today, or null where money may not be taken yet (R01)
 */
public record UnitOffer(
        UUID unitId,
        String unitNo,
        String building,
        int floor,
        UnitUse use,
        String layout,
        BigDecimal area,
        Money listPrice,
        String permitNo) {}

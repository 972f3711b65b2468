package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The unit a case has, at the prices it was held at.
 *
 * @param permitNo the permit valid today, or null
 * @param holdUntil when the hold lapses, or null once it no longer does
 */
public record OccupiedUnit(
        UUID unitId,
        String unitNo,
        UUID projectId,
        String projectName,
        String projectCode,
        String building,
        String permitNo,
        int floor,
        UnitUse use,
        String layout,
        BigDecimal area,
        UnitState state,
        Money listPrice,
        Money floorPrice,
        Instant holdUntil) {}

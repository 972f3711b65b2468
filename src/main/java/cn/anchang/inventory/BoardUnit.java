package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A unit on the sales control board (销控表), whoever has it.
 *
 * @param listPrice the price in force, or the one kept for its occupant; null when it has none
 * @param byConsultant whose customer has it, or null
 * @param until when a hold lapses, or null
 * @param caseId the sale that has it, or null
 */
public record BoardUnit(
        UUID unitId,
        String unitNo,
        String building,
        String number,
        int floor,
        UnitUse use,
        String layout,
        BigDecimal area,
        UnitState state,
        Money listPrice,
        String byConsultant,
        Instant until,
        UUID caseId) {}

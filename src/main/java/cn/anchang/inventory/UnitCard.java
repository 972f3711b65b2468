package cn.anchang.inventory;

import java.time.Instant;
import java.util.UUID;

/**
 * All that is to be known of one unit today.
 *
 * @param permitNo the valid presale permit (R01), or null
 * @param since since when its occupant has it, or null
 */
public record UnitCard(BoardUnit unit, UUID projectId, String projectName, String permitNo, Instant since) {

    /** What the desk would ask first; it decides, this only spares a vain attempt. */
    public boolean isOnSale() {
        return unit.state() == UnitState.AVAILABLE && unit.listPrice() != null && permitNo != null;
    }
}

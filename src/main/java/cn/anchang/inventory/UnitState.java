package cn.anchang.inventory;

import java.util.Map;
import java.util.Set;

/** Where a unit stands between the drawer and its owner: 未推 → 待售 → 预留 → 认购 → 签约 → 备案 → 交付, and the ways back. */
public enum UnitState {
    WITHHELD,
    AVAILABLE,
    HELD,
    SUBSCRIBED,
    CONTRACTED,
    FILED,
    DELIVERED;

    private static final Map<UnitState, Set<UnitState>> NEXT = Map.of(
            WITHHELD, Set.of(AVAILABLE),
            AVAILABLE, Set.of(HELD, WITHHELD),
            HELD, Set.of(SUBSCRIBED, AVAILABLE),
            SUBSCRIBED, Set.of(CONTRACTED, AVAILABLE),
            CONTRACTED, Set.of(FILED, SUBSCRIBED, AVAILABLE),
            FILED, Set.of(DELIVERED, CONTRACTED),
            DELIVERED, Set.of());

    public boolean mayBecome(UnitState next) {
        return NEXT.get(this).contains(next);
    }

    /** Whether a case has the unit, so that nobody else can. */
    public boolean isOccupied() {
        return compareTo(HELD) >= 0;
    }
}

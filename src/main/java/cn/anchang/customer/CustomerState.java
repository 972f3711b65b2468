package cn.anchang.customer;

/** How far a customer has come: 线索 → 来访 → 意向 → 认购 → 签约 → 业主; or 战败, or merged into another row. */
public enum CustomerState {
    LEAD,
    VISITED,
    INTENDED,
    SUBSCRIBED,
    CONTRACTED,
    OWNER,
    LOST,
    MERGED;

    boolean isBefore(CustomerState other) {
        return compareTo(other) < 0;
    }

    boolean isOnTheWay() {
        return isBefore(LOST);
    }
}

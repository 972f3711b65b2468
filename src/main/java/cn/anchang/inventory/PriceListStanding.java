package cn.anchang.inventory;

/** Where a price list stands that matters today. */
public enum PriceListStanding {
    IN_FORCE,
    /** Approved, its day has not come. */
    ANNOUNCED,
    IN_APPROVAL
}

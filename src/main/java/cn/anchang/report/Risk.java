package cn.anchang.report;

/** How a sale stands against its plan. */
public enum Risk {
    /** A stage that is under way should have been done. */
    LATE,
    /** A stage that is under way is to be done within two days. */
    SOON,
    ON_TIME,
    /** The sale is over, one way or the other. */
    CLOSED
}

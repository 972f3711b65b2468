package cn.anchang.report;

/** How a stage that has begun and has a planned day stands against it. */
public enum Punctuality {
    /** Done by its planned day. */
    ON_TIME,
    /** Done after it. */
    LATE,
    /** Not done, its planned day is over. */
    OVERDUE,
    /** Not done, and there is time. */
    RUNNING
}

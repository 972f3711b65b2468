package cn.anchang.kpi;

/** How attainment compares with the time that has passed (R29). */
public enum Light {
    /** Nobody has set a target. */
    NONE,
    GREEN,
    AMBER,
    RED
}

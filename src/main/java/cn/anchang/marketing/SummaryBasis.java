package cn.anchang.marketing;

/** What a stage summary opened by hand is about. */
public enum SummaryBasis {
    PLAN,
    PERIOD
}

package cn.anchang.customer;

/** What was done to a customer's row. */
public enum CustomerChangeKind {
    EDITED,
    GRADED,
    HANDED_OVER,
    MERGED
}

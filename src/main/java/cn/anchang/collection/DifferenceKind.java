package cn.anchang.collection;

/** What the nightly check compares. */
public enum DifferenceKind {
    /** Σ plan against the contract's price. */
    PLAN_PRICE,
    /** Σ allocations against confirmed payments. */
    ALLOCATION,
    /** The tracking table against the ledger. */
    TABLE
}

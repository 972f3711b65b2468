package cn.anchang.change;

/** How far a special price has come. */
enum SpecialPriceState {
    /** Being written or before those who may grant it. */
    ASKED,
    /** Good once, as long as the sale is as it was. */
    APPROVED,
    /** A subscription was signed at it. */
    USED,
    /** Another one was granted afterwards. */
    REPLACED,
    REJECTED,
    ABANDONED
}

package cn.anchang.payment;

/** 待复核 → 已确认 → 已冲正, or 待复核 → 已退回. Only confirmed money pays anything. */
public enum PaymentState {
    PENDING,
    CONFIRMED,
    REVERSED,
    /** The second person did not find it: it never came in. */
    DISCARDED
}

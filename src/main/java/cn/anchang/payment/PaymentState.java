package cn.anchang.payment;

/** 待确认 → 已确认 → 已冲正. Only confirmed money pays anything. */
public enum PaymentState {
    PENDING,
    CONFIRMED,
    REVERSED
}

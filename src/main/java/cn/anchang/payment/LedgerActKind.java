package cn.anchang.payment;

/** What can be done to an account. */
public enum LedgerActKind {
    OPENED,
    PLAN_OPENED,
    PLAN_REVISED,
    ENTERED,
    RECEIVED,
    DISCARDED,
    REVERSED,
    RECEIPT_VOIDED,
    RECEIPT_REISSUED,
    RECEIPT_PRINTED,
    SETTLED,
    REFUNDED,
    REFUND_REVERSED
}

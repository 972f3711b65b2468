package cn.anchang.payment;

/** 定金收条 or 收据; both take their numbers from the same book. */
public enum ReceiptKind {
    DEPOSIT_SLIP,
    RECEIPT
}

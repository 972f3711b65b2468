package cn.anchang.salescase;

/** How a sale is undone: 退定 before the contract, 退房 after it, 挞定 when the buyer does not keep the subscription. */
public enum UndoKind {
    WITHDRAWN,
    RETURNED,
    FORFEITED
}

package cn.anchang.salescase;

/** What may be asked to be changed on the way (变更单). */
public enum ChangeKind {
    /** 延期签约. */
    EXTEND_SIGNING,
    /** 付款计划调整: same price, same terms, other amounts and days. */
    RESCHEDULE,
    /** 延期付款: the same amounts, later. */
    DEFER_PAYMENT,
    /** 付款方式变更. */
    CHANGE_TERMS,
    /** 更名/增减权益人. */
    CHANGE_BUYERS,
    /** 换房. */
    EXCHANGE_UNIT,
    /** 退定: undone before the contract. */
    WITHDRAW,
    /** 退房: undone after it. */
    RETURN_UNIT,
    /** 挞定: the buyer does not keep the subscription. */
    FORFEIT
}

package cn.anchang.salescase;

/** How far a sales case has come. The last five are its outcomes. */
public enum CaseState {
    /** 洽谈中, from reception on; also while a follow-up waits for its day. */
    NEGOTIATING,
    /** 预留中: a unit is held without money. */
    HOLDING,
    /** 已收定金. */
    RESERVED,
    /** 已认购. */
    SUBSCRIBED,
    /** 已签约. */
    CONTRACTED,
    /** 已备案. */
    FILED,
    /** 检查表已通过, the aftercare goes on. */
    CHECKED,
    /** 已裁定挞定: the money is still to be settled. */
    FORFEITING,
    /** 退定或退房已批准: the money is still to be settled. */
    UNDOING,
    /** 销售完成. */
    COMPLETED,
    /** 战败. */
    LOST,
    /** 已挞定. */
    FORFEITED,
    /** 已退定. */
    WITHDRAWN,
    /** 已退房. */
    RETURNED;

    public boolean isClosed() {
        return compareTo(COMPLETED) >= 0;
    }

    /** While no money is in, a customer who comes again belongs to this case. */
    boolean takesVisits() {
        return this == NEGOTIATING || this == HOLDING;
    }
}

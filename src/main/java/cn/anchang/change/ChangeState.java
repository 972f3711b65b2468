package cn.anchang.change;

/** How far a change order has come. The last three are its outcomes. */
public enum ChangeState {
    /** 填写中: also after it came back or was taken back. */
    DRAFT,
    /** 审批中. */
    IN_APPROVAL,
    /** 已批准: what has to be cleared first is being cleared. */
    APPROVED,
    /** 未能执行: approved, and the sale has moved on meanwhile. */
    FAILED,
    /** 已执行. */
    EXECUTED,
    /** 已否决. */
    REJECTED,
    /** 已放弃. */
    ABANDONED;

    public boolean isOpen() {
        return compareTo(EXECUTED) < 0;
    }
}

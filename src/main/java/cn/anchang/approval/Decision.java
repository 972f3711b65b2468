package cn.anchang.approval;

/** What an approver says to a matter: 同意, 退回修改 or 否决. */
public enum Decision {
    AGREE,
    RETURN,
    REJECT
}

package cn.anchang.marketing;

/** Where an edition of a promotion plan stands. Only one edition of a document is in force. */
public enum PlanState {
    DRAFTING,
    IN_APPROVAL,
    IN_FORCE,
    CLOSED,
    SUPERSEDED,
    REJECTED,
    ABANDONED
}

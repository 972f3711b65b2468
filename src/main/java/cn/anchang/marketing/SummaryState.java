package cn.anchang.marketing;

/** Where a stage summary stands. The last three are its outcomes. */
public enum SummaryState {
    WRITING,
    IN_APPROVAL,
    /** Approved; whether the plan is revised is still to be decided. */
    APPROVED,
    /** 推广计划维持不变. */
    STANDS,
    /** 已转入计划修订. */
    REVISED,
    REJECTED
}

package cn.anchang.approval;

/** What an approver's agreement means: 审核 or 批准. */
public enum StepKind {
    REVIEW,
    APPROVE
}

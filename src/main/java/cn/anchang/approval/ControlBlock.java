package cn.anchang.approval;

/** 编制, 审核 and 批准 of one version; null for what has not happened, or is not asked for. */
public record ControlBlock(Signature prepared, Signature reviewed, Signature approved) {}

package cn.anchang.approval;

/** One difference between two versions, as the approver reads it. */
public record Change(String section, String label, ChangeKind kind, String before, String after) {}

package cn.anchang.approval;

/** What became of a field or a line between two versions. */
public enum ChangeKind {
    ADDED,
    REMOVED,
    CHANGED
}

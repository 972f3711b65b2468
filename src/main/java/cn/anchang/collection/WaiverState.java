package cn.anchang.collection;

/** What became of a request to waive a late fee. */
public enum WaiverState {
    ASKED,
    APPROVED,
    REJECTED,
    ABANDONED
}

package cn.anchang.approval;

/** Where a matter stands. Whatever is not open never changes again. */
public enum MatterState {
    OPEN,
    AGREED,
    RETURNED,
    REJECTED,
    WITHDRAWN
}

package cn.anchang.collection;

/** What somebody did about arrears. */
public enum ArrearsAct {
    CALL,
    DEMAND,
    SENT,
    WAIT,
    RESCIND,
    LITIGATE,
    /** The change order that was to undo the sale came to nothing. */
    RESUMED
}

package cn.anchang.collection;

/** Where a reminder is. */
public enum ReminderState {
    /** Its letter waits to leave. */
    POSTED,
    SENT,
    /** Its letter was held back: it would have been wrong by then. */
    SUPPRESSED,
    /** No letter can reach the buyer, so somebody has to call. */
    CALL,
    CALLED,
    /** The money came before anybody called. */
    SETTLED
}

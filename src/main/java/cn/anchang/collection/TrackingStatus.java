package cn.anchang.collection;

/** What the tracking table is filtered by: the five statuses, and all that are not paid in full. */
public enum TrackingStatus {
    OPEN,
    NOT_DUE,
    DUE,
    PARTLY_PAID,
    PAID,
    OVERDUE
}

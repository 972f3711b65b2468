package cn.anchang.salescase;

/** What a sale's people were told by the clock. */
public enum NoticeKind {
    SUBSCRIPTION_DUE,
    SIGNING_DUE,
    FILING_DUE,
    AFTERCARE_LATE
}

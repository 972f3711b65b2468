package cn.anchang.marketing;

/** What came of a task of the last plan. */
public enum ReportTaskResult {
    DONE,
    PARTLY,
    OPEN
}

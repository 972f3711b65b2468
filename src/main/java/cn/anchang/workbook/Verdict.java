package cn.anchang.workbook;

/** What a good row would change. */
public enum Verdict {
    ADDED,
    CHANGED,
    UNCHANGED
}

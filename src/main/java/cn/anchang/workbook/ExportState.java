package cn.anchang.workbook;

/** How far an export has come. */
public enum ExportState {
    RUNNING,
    READY,
    CANCELLED,
    FAILED
}

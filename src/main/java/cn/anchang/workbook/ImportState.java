package cn.anchang.workbook;

/** How far an import has come. */
public enum ImportState {
    CHECKING,
    /** The whole file is unreadable; nothing can be applied. */
    REFUSED,
    /** Waiting for a person to decide. */
    CHECKED,
    APPLYING,
    APPLIED,
    /** Nothing was written. */
    FAILED;

    public boolean isRunning() {
        return this == CHECKING || this == APPLYING;
    }
}

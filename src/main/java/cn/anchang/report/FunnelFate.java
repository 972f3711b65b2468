package cn.anchang.report;

/** What became of a sale, whatever step it had reached. */
public enum FunnelFate {
    /** On its way, or completed. */
    STANDS,
    /** 战败. */
    LOST,
    /** 挞定, 退定 or 退房, decided or done. */
    UNDONE
}

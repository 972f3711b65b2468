package cn.anchang.collection;

/** What has become of an instalment a person took over. */
public enum ArrearsState {
    /** 催收中. */
    OPEN,
    /** 解除合同 is asked for; comes back when that comes to nothing. */
    RESCINDING,
    /** 诉讼中: with the lawyers until the money is in. */
    LITIGATION,
    /** The money is in. */
    SETTLED,
    /** The plan has changed or the sale is undone: it is not asked for any more. */
    MOVED;

    public boolean isOver() {
        return this == SETTLED || this == MOVED;
    }
}

package cn.anchang.collection;

/** What the tracking table may be sorted by. */
public enum TrackingSort {
    CUSTOMER("p.name"),
    PAID_ON("r.paid_on"),
    PAID("r.paid"),
    CONTRACT("k.no"),
    UNIT("c.unit_no"),
    DUE_ON("r.due_on"),
    AMOUNT("r.amount"),
    REST("(r.amount - r.paid)"),
    CONSULTANT("r.consultant");

    private final String column;

    TrackingSort(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}

package cn.anchang.workbench.customers;

/** Whether a customer still is the consultant's own (R25). */
enum Protection {
    /** Within three days it is over. */
    ENDING("c.protected_until >= :now and c.protected_until < :soon and c.owner is not null"),
    OVER("c.protected_until < :now and c.owner is not null"),
    UNOWNED("c.owner is null");

    static final int SOON_DAYS = 3;

    private final String condition;

    Protection(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}

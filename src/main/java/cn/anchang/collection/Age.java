package cn.anchang.collection;

/** How far money that is not in yet is from its day, or past it, in days. A part payment leaves the rest as old as it was. */
public enum Age {
    /** Its day is farther off than the window in which an instalment counts as due. */
    NOT_DUE("r.due_on > :dueUntil"),
    /** Due within the window, today included. */
    DUE("r.due_on <= :dueUntil and r.due_on >= :today"),
    LATE_30("r.due_on < :today and r.due_on >= :late30"),
    LATE_60("r.due_on < :late30 and r.due_on >= :late60"),
    LATE_90("r.due_on < :late60 and r.due_on >= :late90"),
    LATE_OVER_90("r.due_on < :late90");

    private final String condition;

    Age(String condition) {
        this.condition = condition;
    }

    /** Of the rows of receivables r. */
    String condition() {
        return condition;
    }
}

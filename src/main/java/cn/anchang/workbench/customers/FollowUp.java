package cn.anchang.workbench.customers;

import java.time.LocalDate;

/** When a customer is to be spoken with next, seen from today. */
enum FollowUp {
    OVERDUE("c.follow_up_on < :today"),
    TODAY("c.follow_up_on = :today"),
    AHEAD("c.follow_up_on > :today"),
    NONE("c.follow_up_on is null");

    private final String condition;

    FollowUp(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    static FollowUp of(LocalDate day, LocalDate today) {
        if (day == null) {
            return NONE;
        }
        return day.isBefore(today) ? OVERDUE : day.equals(today) ? TODAY : AHEAD;
    }
}

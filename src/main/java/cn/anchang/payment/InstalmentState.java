package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/** Where an instalment stands on a day. Always derived from its due date and what is allocated to it, never stored. */
public enum InstalmentState {
    NOT_DUE,
    DUE,
    PARTLY_PAID,
    PAID,
    OVERDUE;

    /**
     * Overdue outweighs partly paid: what is left of a part payment is as late as an untouched instalment.
     *
     * @param window days before the due date from which an instalment counts as due
     */
    static InstalmentState of(Money amount, Money paid, LocalDate dueOn, LocalDate today, int window) {
        if (paid.compareTo(amount) >= 0) {
            return PAID;
        } else if (today.isAfter(dueOn)) {
            return OVERDUE;
        } else if (paid.isPositive()) {
            return PARTLY_PAID;
        }
        return today.isBefore(dueOn.minusDays(window)) ? NOT_DUE : DUE;
    }
}

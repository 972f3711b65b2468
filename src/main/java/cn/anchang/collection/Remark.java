package cn.anchang.collection;

import cn.anchang.payment.InstalmentState;
import java.time.LocalDate;

/** 备注 of the tracking table: whether a reminder is to be sent. */
final class Remark {

    private Remark() {}

    /** For a status somebody wrote down: who has paid nothing is reminded, who has paid or paid a part is not. */
    static boolean remindsOfGiven(InstalmentState status) {
        return status == InstalmentState.DUE || status == InstalmentState.OVERDUE || status == InstalmentState.NOT_DUE;
    }

    /** For our own lines: whatever is left of what is due, or nearly, the rest of a part payment too. */
    static boolean reminds(InstalmentState status, LocalDate dueOn, LocalDate today, int window) {
        return status != InstalmentState.PAID && !today.isBefore(dueOn.minusDays(window));
    }
}

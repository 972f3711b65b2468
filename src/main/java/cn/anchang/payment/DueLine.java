package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An instalment of the plan in force. A new revision of a plan makes new rows, so what stays the same of a line is its account, kind and
 * due date, and which of several of one kind and day it is.
 *
 * @param nth counted from 0 among the lines of the same kind and day
 */
public record DueLine(
        UUID account,
        UUID instalment,
        int seq,
        InstalmentKind kind,
        int nth,
        LocalDate dueOn,
        Money amount,
        Money paid) {

    /** Where a page ended: the order of the pages is that of due date and instalment. */
    public record Mark(LocalDate dueOn, UUID instalment) {

        /** @param text as {@link #toString()} wrote it */
        public static Mark parse(String text) {
            String[] parts = text.split(" ");
            return new Mark(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return dueOn + " " + instalment;
        }
    }

    public Mark mark() {
        return new Mark(dueOn, instalment);
    }

    public Money rest() {
        return amount.minus(paid);
    }
}

package cn.anchang.collection;

import cn.anchang.shared.Refusal;
import java.time.LocalDate;
import java.util.UUID;

/** What became of an act on reminders. */
public sealed interface ReminderOutcome {

    record Held(LocalDate until) implements ReminderOutcome {}

    record Released() implements ReminderOutcome {}

    record Resent(UUID reminderId, String to) implements ReminderOutcome {}

    record Called() implements ReminderOutcome {}

    /** A hold has a reason and ends, at the latest after a year. */
    record HoldUnreadable() implements ReminderOutcome, Refusal {}

    record NotHeld() implements ReminderOutcome, Refusal {}

    record NothingToRemind() implements ReminderOutcome, Refusal {}

    record StillOnItsWay() implements ReminderOutcome, Refusal {}

    record NoAddressKnown() implements ReminderOutcome, Refusal {}

    record PromiseInThePast(LocalDate promised) implements ReminderOutcome, Refusal {}

    record UnknownSale() implements ReminderOutcome, Refusal {}
}

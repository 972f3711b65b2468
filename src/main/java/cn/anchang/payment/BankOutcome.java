package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** How a decision about a line of a bank statement ended. */
public sealed interface BankOutcome {

    /** @param awaiting whether a second person has to confirm it first */
    record LineBooked(String serial, Money amount, boolean awaiting) implements BankOutcome {}

    record LineDismissed(String serial) implements BankOutcome {}

    record LineDecided(String serial) implements BankOutcome, Refusal {}

    record LineOnTheBooks(String serial) implements BankOutcome, Refusal {}

    record LineNotBooked(Refusal because) implements BankOutcome, Refusal {}
}

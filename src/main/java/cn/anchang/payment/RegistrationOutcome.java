package cn.anchang.payment;

import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How 收款登记 ended. */
public sealed interface RegistrationOutcome {

    /** @param subject what a task list shows of it */
    record Registered(UUID paymentId, String subject, boolean secondPersonNeeded) implements RegistrationOutcome {}

    record AccountUnknown() implements RegistrationOutcome, Refusal {}

    /** The ledger, or the sale it belongs to, said no. */
    record NotRegistered(Refusal because) implements RegistrationOutcome, Refusal {}
}

package cn.anchang.customer;

import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How registering a visitor ended. */
public sealed interface RegistrationOutcome
        permits RegistrationOutcome.Registered, RegistrationOutcome.OtherId, Unreadable {

    /**
     * @param owner user id of the consultant whose customer this is: for a known phone the one it had before
     * @param known whether the phone had been registered before
     */
    record Registered(UUID customerId, String customerNo, UUID visitId, String owner, boolean known)
            implements RegistrationOutcome {}

    /** The phone is known under another id number; which one is not told. */
    record OtherId() implements RegistrationOutcome, Refusal {}
}

package cn.anchang.customer;

import cn.anchang.shared.Refusal;

/** What was written about a customer cannot be what was meant; nothing is saved. */
public sealed interface Unreadable extends RegistrationOutcome, FeedbackOutcome, CareOutcome, MergeOutcome, Refusal {

    record FieldMissing(CustomerField field) implements Unreadable {}

    record TextTooLong(CustomerField field, int atMost) implements Unreadable {}

    record ControlCharacters(CustomerField field) implements Unreadable {}

    record PhoneUnreadable(String given) implements Unreadable, PhoneCheck {}

    record EmailUnreadable(String given) implements Unreadable {}

    record IdNoUnreadable(IdType type) implements Unreadable {}

    record IdTypeMissing() implements Unreadable {}

    record PartySizeImplausible(int atMost) implements Unreadable {}

    record NextStepInThePast() implements Unreadable {}
}

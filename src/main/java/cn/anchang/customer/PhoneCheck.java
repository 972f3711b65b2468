package cn.anchang.customer;

/** Whether a phone is known already. Says whose customer it is and nothing else: the data stays with the consultant. */
public sealed interface PhoneCheck permits PhoneCheck.PhoneKnown, PhoneCheck.PhoneFree, Unreadable.PhoneUnreadable {

    /** @param owner user id, or null when nobody follows the customer yet */
    record PhoneKnown(String owner, String ownerName) implements PhoneCheck {}

    record PhoneFree() implements PhoneCheck {}
}

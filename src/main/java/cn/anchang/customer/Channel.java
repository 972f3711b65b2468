package cn.anchang.customer;

/** How a customer found us (渠道). */
public enum Channel {
    WALK_IN,
    REFERRAL,
    ONLINE,
    PHONE,
    AGENCY,
    OUTDOOR,
    EVENT,
    OTHER
}

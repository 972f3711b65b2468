package cn.anchang.customer;

/** Why a customer will not buy (战败原因). */
public enum LostReason {
    PRICE,
    LAYOUT,
    LOCATION,
    RIVAL,
    FUNDING,
    UNREACHABLE,
    OTHER
}

package cn.anchang.customer;

/** How near to buying a customer is; A is nearest. */
public enum Grade {
    A,
    B,
    C,
    D
}

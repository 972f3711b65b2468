package cn.anchang.payment;

/** By whose fault a sale was undone; decides where the deposit goes (R20). */
public enum Fault {
    /** Forfeited. */
    BUYER,
    /** Paid back double. */
    SELLER,
    /** Returned. */
    NOBODY
}

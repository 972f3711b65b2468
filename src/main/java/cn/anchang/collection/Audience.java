package cn.anchang.collection;

/** Who is asked for the money of an instalment. */
public enum Audience {
    /** Its own part the buyer pays. */
    BUYER,
    /** A loan's money is asked for at the bank, never of the buyer. */
    LENDER
}

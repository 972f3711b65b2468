package cn.anchang.mortgage;

/** What a bank says to an application. */
public enum BankAnswer {
    APPROVED,
    /** Approved for less than was asked for (R15). */
    LESS,
    /** It wants more papers. */
    PAPERS,
    REFUSED
}

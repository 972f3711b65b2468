package cn.anchang.payment;

/** What a line of a payment plan is. */
public enum InstalmentKind {
    /** 定金转入: the deposit, which becomes part of the price. */
    DEPOSIT,
    /** 首付. */
    FIRST,
    /** 全款: everything but the deposit at once. */
    FULL,
    /** 分期. */
    INSTALMENT,
    /** 按揭: paid by a bank. */
    MORTGAGE,
    /** 公积金: paid by the provident fund. */
    FUND,
    /** 尾款. */
    BALANCE,
    /** 补差: for a loan smaller than planned, or an area measured larger. */
    ADJUSTMENT;

    /** Whether the contract is signed only after such a line is paid in full (R07). */
    public boolean dueBySigning() {
        return this == DEPOSIT || opensTheContract();
    }

    /** Whether a lender pays it, and nobody else. */
    public boolean byLender() {
        return this == MORTGAGE || this == FUND;
    }

    boolean opensTheContract() {
        return this == FIRST || this == FULL;
    }
}

package cn.anchang.mortgage;

/** How far a loan file has come. */
public enum MortgageState {
    /** 待资料. */
    PAPERS,
    /** 资料齐. */
    COMPLETE,
    /** 已报银行. */
    SUBMITTED,
    /** 补件. */
    SUPPLEMENT,
    /** 已批准. */
    APPROVED,
    /** 拒贷. */
    REFUSED,
    /** 已签借款合同. */
    SIGNED,
    /** 已放款, the file is closed. */
    RELEASED,
    /** The buyer pays another way, or the sale is undone. */
    CLOSED
}

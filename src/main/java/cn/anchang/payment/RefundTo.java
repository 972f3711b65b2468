package cn.anchang.payment;

/** To whom money goes back: what a lender paid goes to the lender, all else to the buyer. */
public enum RefundTo {
    LENDER,
    BUYER
}

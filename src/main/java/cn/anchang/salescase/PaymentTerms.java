package cn.anchang.salescase;

/** How the buyer pays the price (付款方式), agreed in the subscription and taken over by the contract. */
public enum PaymentTerms {
    /** 全款. */
    FULL
}

package cn.anchang.report;

/** How far a sale came, in this order; whoever reached a later step has reached the earlier ones. */
public enum FunnelStep {
    /** 来访: the visit that opened the sale. */
    VISIT,
    /** 意向: wanted to buy and went to choose a unit. */
    INTENT,
    /** 认购: signed the subscription agreement. */
    SUBSCRIPTION,
    /** 签约: signed the contract. */
    CONTRACT
}

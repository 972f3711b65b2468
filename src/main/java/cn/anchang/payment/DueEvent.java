package cn.anchang.payment;

/** What a due date may be counted from. */
public enum DueEvent {
    /** 签订商品房买卖合同. */
    SIGNING,
    /** 交房. */
    HANDOVER
}

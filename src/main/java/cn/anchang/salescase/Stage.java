package cn.anchang.salescase;

/** The stages of a sale, as the 销售过程进度分析表 shows them. */
public enum Stage {
    RECEPTION,
    NEGOTIATION,
    UNIT_CHOICE,
    DEPOSIT,
    SUBSCRIPTION,
    FIRST_PAYMENT,
    CONTRACT,
    FILING,
    LOAN,
    CHECKLIST,
    PAPERS,
    HANDOVER,
    TITLE,
    SUMMARY
}

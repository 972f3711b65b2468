package cn.anchang.kpi;

/** What a site is measured by. */
public enum Metric {
    VISITS,
    SUBSCRIPTIONS,
    CONTRACTS,
    /** Totals of the contracts signed, in CNY. */
    CONTRACT_MONEY,
    /** 回款: confirmed money by the day it was paid, in CNY. */
    RECEIPTS;

    public boolean isMoney() {
        return this == CONTRACT_MONEY || this == RECEIPTS;
    }
}

package cn.anchang.collection;

import cn.anchang.shared.Money;
import java.util.UUID;

/** Something that does not add up, named. */
public record LedgerDifference(UUID account, String caseNo, String customer, Kind kind, Money expected, Money found) {

    /** What was compared. */
    public enum Kind {
        /** Σ plan against the contract's price. */
        PLAN_PRICE,
        /** Σ allocations against confirmed payments. */
        ALLOCATION,
        /** The tracking table against the ledger. */
        TABLE
    }
}

package cn.anchang.inventory;

/** Why a line was added to a unit's history, which is never changed afterwards. */
public enum UnitOccasion {
    /** The state found when histories began to be kept. */
    RECORDED,
    REGISTERED,
    /** Its area, layout, floor or use was corrected; the state stays. */
    DESCRIBED,
    OFFERED,
    WITHDRAWN,
    HELD,
    HOLD_LAPSED,
    /** The hold no longer lapses; the state stays. */
    DEPOSIT_PAID,
    SUBSCRIBED,
    CONTRACTED,
    CONTRACT_VOIDED,
    FILED,
    FILING_REVOKED,
    DELIVERED,
    EXCHANGED_IN,
    EXCHANGED_OUT,
    /** The sale was given up after money was in. */
    RELEASED,
    /** Of the project, not of one unit: a price list was approved. */
    PRICED
}

package cn.anchang.marketing;

/** What a proposal of a stage summary would change; it decides in which list of the plan its line stands. */
public enum ProposalKind {
    GOAL,
    ACTIVITY,
    PACKAGING,
    PRICE,
    SHOW_FLAT,
    CONSTRUCTION,
    SUPPLIER
}

package cn.anchang.marketing;

/** Where something stands that a plan handed out. */
public enum PlanItemState {
    OPEN,
    DONE,
    /** Done under an edition before this, and still part of the plan. */
    CARRIED_OVER,
    /** Not done, and no longer to be done: a later edition counts. */
    SUPERSEDED
}

package cn.anchang.customer;

/** How a talk with a customer took place: at a step of the sale or the visit, or by telephone between them. */
public enum NoteKind {
    TALK,
    CALL
}

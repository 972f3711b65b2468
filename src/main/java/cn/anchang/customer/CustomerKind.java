package cn.anchang.customer;

/** A natural person or a company. */
public enum CustomerKind {
    PERSON,
    COMPANY
}

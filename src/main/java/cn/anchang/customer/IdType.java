package cn.anchang.customer;

/** The paper a customer proves who they are with. */
public enum IdType {
    ID_CARD,
    PASSPORT,
    HK_MACAO_TW_PERMIT,
    BUSINESS_LICENCE,
    OTHER
}

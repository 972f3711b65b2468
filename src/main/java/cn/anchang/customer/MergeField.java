package cn.anchang.customer;

/** What of a merged customer may be taken from either row. */
public enum MergeField {
    NAME,
    PHONE,
    OWNER,
    GRADE,
    SEGMENT,
    CHANNEL,
    EMAIL,
    WANTED_AREA,
    WANTED_LAYOUT,
    WANTED_BUDGET,
    WANTED_FLOOR,
    MOTIVE,
    OBJECTIONS,
    RIVALS,
    CO_BUYERS,
    REMARK
}

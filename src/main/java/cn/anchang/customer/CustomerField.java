package cn.anchang.customer;

/** What a customer's row says, as the forms and sheets call it. */
public enum CustomerField {
    PROJECT,
    NAME,
    KIND,
    PHONE,
    CHANNEL,
    PARTY_SIZE,
    ID_NO,
    EMAIL,
    WANTED_AREA,
    WANTED_LAYOUT,
    WANTED_BUDGET,
    WANTED_FLOOR,
    MOTIVE,
    OBJECTIONS,
    RIVALS,
    CO_BUYERS,
    REMARK,
    GRADE,
    SEGMENT,
    OWNER,
    SAID,
    REASON,
    FEEDBACK,
    SUGGESTION,
    NEXT_STEP,
    LOST_NOTE
}

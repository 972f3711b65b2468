package cn.anchang.salescase;

import cn.anchang.organization.Staff;

/** The steps after the deal (销售后续手续), each with the department that owns it. */
public enum AftercareKind {
    /** 移交成交资料. */
    PAPERS(Stage.PAPERS, Staff.MARKETING),
    /** 办理交房. */
    HANDOVER(Stage.HANDOVER, Staff.CUSTOMER_SERVICE),
    /** 办理产权登记. */
    TITLE(Stage.TITLE, Staff.CUSTOMER_SERVICE);

    private final Stage stage;
    private final String owner;

    AftercareKind(Stage stage, String owner) {
        this.stage = stage;
        this.owner = owner;
    }

    Stage stage() {
        return stage;
    }

    /** The group that owns the step. */
    public String owner() {
        return owner;
    }
}

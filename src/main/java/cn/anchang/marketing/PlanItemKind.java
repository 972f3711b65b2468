package cn.anchang.marketing;

import cn.anchang.organization.Staff;

/** What an approved plan hands out, and to whom. */
public enum PlanItemKind {
    FILING(Staff.MARKETING_ADMIN),
    SHOW_FLAT(Staff.DESIGN),
    CONSTRUCTION(Staff.ENGINEERING),
    ACTIVITY(Staff.MARKETING);

    private final String group;

    PlanItemKind(String group) {
        this.group = group;
    }

    /** The group that does it. */
    public String group() {
        return group;
    }
}

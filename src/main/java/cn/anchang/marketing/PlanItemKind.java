package cn.anchang.marketing;

/** What an approved plan hands out, and to whom. */
public enum PlanItemKind {
    FILING("marketing-admin"),
    SHOW_FLAT("design"),
    CONSTRUCTION("engineering"),
    ACTIVITY("marketing");

    private final String group;

    PlanItemKind(String group) {
        this.group = group;
    }

    /** The group that does it. */
    public String group() {
        return group;
    }
}

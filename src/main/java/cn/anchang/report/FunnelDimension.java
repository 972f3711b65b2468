package cn.anchang.report;

/** By what the sales of a funnel are told apart. Layout and building are those of the unit the sale has or had last. */
public enum FunnelDimension {
    CHANNEL("channel"),
    LAYOUT("layout"),
    BUILDING("building"),
    CONSULTANT("consultant");

    private final String column;

    FunnelDimension(String column) {
        this.column = column;
    }

    /** As it is called in the rows and in an address. */
    public String column() {
        return column;
    }
}

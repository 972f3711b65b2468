package cn.anchang.customer;

import jakarta.persistence.Embeddable;

/** What a customer looks for and what speaks against us, in their own words. Each may be null. */
@Embeddable
public record Intent(
        String wantedArea,
        String wantedLayout,
        String wantedBudget,
        String wantedFloor,
        String motive,
        String objections,
        String rivals) {

    public static final Intent NONE = new Intent(null, null, null, null, null, null, null);

    /** This intent with what a later talk added; what it left out stays. */
    Intent updatedBy(Intent later) {
        return new Intent(
                or(later.wantedArea, wantedArea),
                or(later.wantedLayout, wantedLayout),
                or(later.wantedBudget, wantedBudget),
                or(later.wantedFloor, wantedFloor),
                or(later.motive, motive),
                or(later.objections, objections),
                or(later.rivals, rivals));
    }

    private static String or(String later, String earlier) {
        return later == null ? earlier : later;
    }
}

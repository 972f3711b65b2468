package cn.anchang.report;

import cn.anchang.customer.LostReason;
import cn.anchang.salescase.Stage;
import cn.anchang.salescase.UndoKind;

/**
 * Which of a funnel's sales are listed, as one bar of a chart counts them; null asks for all.
 *
 * @param step reached at least once
 * @param last the step beyond which they did not come
 * @param stage begun with a planned day, in its latest round
 */
public record FunnelPart(
        FunnelStep step,
        FunnelStep last,
        FunnelFate fate,
        LostReason reason,
        UndoKind undone,
        Stage stage,
        Punctuality punctuality) {

    public static final FunnelPart ALL = new FunnelPart(null, null, null, null, null, null, null);

    public static FunnelPart reached(FunnelStep step) {
        return new FunnelPart(step, null, null, null, null, null, null);
    }
}

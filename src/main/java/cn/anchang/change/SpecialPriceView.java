package cn.anchang.change;

import cn.anchang.payment.PlanLine;
import cn.anchang.shared.Money;
import java.util.List;

/**
 * What asking a price would come to, before it is asked.
 *
 * @param plan empty when there is none
 * @param problem why it cannot be asked, as people read it; null when it can
 */
public record SpecialPriceView(
        Money listPrice,
        Money price,
        String discount,
        SpecialPriceLight light,
        String reason,
        List<PlanLine> plan,
        String planBasis,
        String problem) {}

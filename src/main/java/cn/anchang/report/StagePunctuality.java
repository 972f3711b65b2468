package cn.anchang.report;

import cn.anchang.salescase.Stage;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How often a stage kept its plan.
 *
 * @param overrun days after the planned day, on average of those that were or are late; null when none is
 */
public record StagePunctuality(Stage stage, Map<Punctuality, Long> counts, BigDecimal overrun) {

    public long count(Punctuality punctuality) {
        return counts.getOrDefault(punctuality, 0L);
    }
}

package cn.anchang.report;

import cn.anchang.customer.LostReason;
import cn.anchang.salescase.UndoKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many sales reached which step, and how long it took.
 *
 * @param standing for the sales that came to this step and not beyond
 * @param parts those who occur, most contracts first
 */
public record FunnelNumbers(
        Counts total,
        Map<FunnelStep, BigDecimal> days,
        Map<FunnelStep, Standing> standing,
        Map<FunnelDimension, List<Part>> parts,
        Map<LostReason, Long> lost,
        Map<UndoKind, Long> undone) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Sales that reached each step. */
    public record Counts(long visits, long intents, long subscriptions, long contracts) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        public long of(FunnelStep step) {
            return switch (step) {
                case VISIT -> visits;
                case INTENT -> intents;
                case SUBSCRIPTION -> subscriptions;
                case CONTRACT -> contracts;
            };
        }

        /** Of a hundred that reached one step, how many reached the other, to one decimal; empty when nobody reached the first. */
        public Optional<BigDecimal> percent(FunnelStep from, FunnelStep to) {
            return of(from) == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(of(to))
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(of(from)), 1, RoundingMode.HALF_UP));
        }
    }

    public record Standing(long stands, long lost, long undone) {}

    /**
     * @param key null for sales without a unit, where layouts or buildings are told apart
     * @param days from visit to contract, on average; null when nobody signed
     */
    public record Part(String key, Counts counts, BigDecimal days) {}
}

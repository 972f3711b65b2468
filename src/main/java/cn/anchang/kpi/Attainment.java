package cn.anchang.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One number of a site: what came today, what came this month, and what the month is to bring.
 *
 * @param target null when nobody has set one
 * @param elapsed the share of the month that has passed, today included, from 0 to 1
 */
public record Attainment(
        Metric metric, BigDecimal today, BigDecimal month, BigDecimal target, BigDecimal elapsed, Light light) {

    /** Of the target, in whole percent, rounded down so that 99.9 % is not read as done; empty without a target above zero. */
    public Optional<Integer> percent() {
        return target == null || target.signum() == 0
                ? Optional.empty()
                : Optional.of(month.multiply(BigDecimal.valueOf(100))
                        .divide(target, 0, RoundingMode.DOWN)
                        .intValue());
    }

    static Light light(BigDecimal month, BigDecimal target, BigDecimal elapsed, KpiSettings limits) {
        if (target == null) {
            return Light.NONE;
        } else if (target.signum() == 0) {
            return Light.GREEN;
        }
        BigDecimal wanted = target.multiply(elapsed);
        if (month.compareTo(wanted.multiply(limits.red())) < 0) {
            return Light.RED;
        }
        return month.compareTo(wanted.multiply(limits.amber())) < 0 ? Light.AMBER : Light.GREEN;
    }
}

package cn.anchang.kpi;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When a number is behind (R29): its attainment divided by the progress of time, below which it is amber, or red.
 *
 * @param amber a share of one
 * @param red a share of one, not above {@code amber}
 */
@ConfigurationProperties("anchang.kpi")
@Validated
record KpiSettings(
        @DecimalMin("0") @DecimalMax("1") BigDecimal amber,
        @DecimalMin("0") @DecimalMax("1") BigDecimal red) {

    KpiSettings {
        if (red.compareTo(amber) > 0) {
            throw new IllegalArgumentException(
                    "anchang.kpi.red %s is above anchang.kpi.amber %s".formatted(red, amber));
        }
    }
}

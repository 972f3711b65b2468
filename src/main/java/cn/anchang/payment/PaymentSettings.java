package cn.anchang.payment;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What may differ between companies in the ledger.
 *
 * @param depositCapPercent the deposit's highest share of the price (R04); the law knows none above 20
 * @param secondPersonAbove a single payment above it counts only once a second person of finance has confirmed it
 * @param dueWindowDays days before its due date from which an instalment counts as due
 */
@ConfigurationProperties("anchang.payment")
@Validated
public record PaymentSettings(
        @NotNull @DecimalMin("0") @DecimalMax("20") BigDecimal depositCapPercent,
        @NotNull @PositiveOrZero BigDecimal secondPersonAbove,
        @PositiveOrZero int dueWindowDays) {}

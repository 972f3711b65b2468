package cn.anchang.collection;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What a person does about money overdue, and when (R16, R18, R19); days count from the due date unless said otherwise.
 *
 * @param letterAfter when the formal letter is due
 * @param reviewAfter when 解除审查 is due
 * @param callAgain days after a call without a promise until the next
 * @param leastDays for calls before the letter, when arrears are found late
 * @param payWithin days the letter grants from the day it is sent
 * @param waitAtMost days a review may be put off
 * @param lateFeePercent of the due and unpaid for each day, where the contract says nothing
 * @param rescissionShare of the price that has to be due and unpaid
 * @param rescissionMonths after a demand, whatever the share
 */
@ConfigurationProperties("anchang.arrears")
@Validated
public record ArrearsSettings(
        @Positive int letterAfter,
        @Positive int reviewAfter,
        @Positive int callAgain,
        @Positive int leastDays,
        @Positive int payWithin,
        @Positive int waitAtMost,
        @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal lateFeePercent,
        @NotNull @DecimalMin("0.01") @DecimalMax("1") BigDecimal rescissionShare,
        @Positive int rescissionMonths) {}

package cn.anchang.change;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What requests for a change start with.
 *
 * @param extendDays days asked for to sign the contract
 * @param deferDays days by which a payment is put off
 */
@ConfigurationProperties("anchang.change")
@Validated
public record ChangeSettings(
        @Positive int extendDays, @Positive int deferDays) {}

package cn.anchang.customer;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How long a customer stays the consultant's own after a call and after a visit (R25). */
@ConfigurationProperties("anchang.rules.protection")
@Validated
public record ProtectionRules(
        @NotNull Duration call, @NotNull Duration visit) {}

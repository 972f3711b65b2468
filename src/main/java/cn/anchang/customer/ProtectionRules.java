package cn.anchang.customer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a customer stays the consultant's own after a call and after a visit (R25). */
@ConfigurationProperties("anchang.rules.protection")
public record ProtectionRules(
        @DefaultValue("15d") Duration call,
        @DefaultValue("7d") Duration visit) {}

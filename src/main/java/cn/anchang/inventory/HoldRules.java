package cn.anchang.inventory;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a unit stays off the board without money (R02). */
@ConfigurationProperties("anchang.rules.hold")
public record HoldRules(
        @DefaultValue("2h") Duration consultant,
        @DefaultValue("24h") Duration siteManager) {

    public Instant until(Instant now, boolean bySiteManager) {
        return now.plus(bySiteManager ? siteManager : consultant);
    }
}

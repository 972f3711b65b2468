package cn.anchang.inventory;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How long a unit stays off the board without money (R02). */
@ConfigurationProperties("anchang.rules.hold")
@Validated
public record HoldRules(
        @NotNull Duration consultant, @NotNull Duration siteManager) {

    public Instant until(Instant now, boolean bySiteManager) {
        return now.plus(bySiteManager ? siteManager : consultant);
    }
}

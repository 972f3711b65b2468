package cn.anchang.change;

import cn.anchang.engine.Decisions;
import cn.anchang.engine.Decisions.Ruling;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.Authority;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may approve a change (R06, R07), as decision table {@code change-authority} says. */
@Component
class ChangeAuthority {

    static final String TABLE = "change-authority";

    private static final Map<String, Authority> AUTHORITIES = Map.of(
            Staff.SITE_MANAGER,
            Authority.SITE_MANAGER,
            Staff.MARKETING_DIRECTOR,
            Authority.MARKETING_DIRECTOR,
            Staff.MANAGEMENT,
            Authority.MANAGEMENT);

    private final Decisions decisions;

    ChangeAuthority(Decisions decisions) {
        this.decisions = decisions;
    }

    Ruling of(ChangeContent content) {
        return decisions.rule(
                TABLE,
                Map.of(
                        "kind", content.kind().name(),
                        "days", content.judgedDays(),
                        "firstPayment", content.touchesFirstPayment(),
                        "contracted", content.contracted()));
    }

    static Authority of(String group) {
        return AUTHORITIES.get(group);
    }
}

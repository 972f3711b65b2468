package cn.anchang.change;

import cn.anchang.engine.Decisions;
import cn.anchang.engine.Decisions.Ruling;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the table {@code price-authority} who may grant a discount (R09). */
@Component
class SpecialPriceJudge {

    static final String TABLE = "price-authority";

    private final Decisions decisions;
    private final Staff staff;

    SpecialPriceJudge(Decisions decisions, Staff staff) {
        this.decisions = decisions;
        this.staff = staff;
    }

    /** @param asker who asks; nobody decides on what they asked for themselves (R36) */
    SpecialPriceRuling rule(Money listPrice, Money floorPrice, Money price, String asker) {
        BigDecimal discount = discount(listPrice, price);
        boolean belowFloor = floorPrice.isMoreThan(price);
        Ruling ruling = decisions.rule(
                TABLE,
                Map.of(
                        "discount",
                        discount.doubleValue(),
                        "belowFloor",
                        belowFloor,
                        "asker",
                        staff.isSiteManager(asker) ? Staff.SITE_MANAGER : Staff.SALES));
        return new SpecialPriceRuling(
                discount,
                belowFloor,
                ruling.text("authority"),
                SpecialPriceLight.valueOf(ruling.text("light")),
                ruling.text("reason"),
                ruling.rules().get(0),
                ruling.version());
    }

    /** In percent of the list price, four decimals, rounded up: a cent above a limit is above it. */
    static BigDecimal discount(Money listPrice, Money price) {
        return listPrice.minus(price).amount().movePointRight(2).divide(listPrice.amount(), 4, RoundingMode.CEILING);
    }
}

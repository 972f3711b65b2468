package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The law's limit on a deposit, as a share of the price (R04). */
public record DepositCap(BigDecimal percent) {

    /** The highest deposit for a price, rounded down: a cent above the share is a cent too much. */
    public Money of(Money price) {
        return Money.of(price.amount().multiply(percent).movePointLeft(2).setScale(2, RoundingMode.DOWN));
    }

    DepositAboveCap refuse(Money deposit, Money price) {
        return new DepositAboveCap(
                deposit, of(price), percent.stripTrailingZeros().toPlainString());
    }
}

package cn.anchang.collection;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/**
 * When the law lets the seller end the contract (R19): after a demand has run out with a fifth of the price due and unpaid, or three
 * months after a demand. It hints; a person decides.
 *
 * @param dueUnpaid of the buyer's own money, all lines
 * @param threshold from which the share is reached
 * @param demandSentOn or null
 * @param payBy the day the demand grants, or null
 * @param monthsOver the day the months after the demand are over, or null
 */
public record RescissionClock(
        Money price,
        Money dueUnpaid,
        Money threshold,
        LocalDate demandSentOn,
        LocalDate payBy,
        LocalDate monthsOver,
        LocalDate today) {

    static RescissionClock of(
            Money price,
            Money dueUnpaid,
            LocalDate demandSentOn,
            LocalDate payBy,
            LocalDate today,
            ArrearsSettings settings) {
        return new RescissionClock(
                price,
                dueUnpaid,
                price.times(settings.rescissionShare()),
                demandSentOn,
                payBy,
                demandSentOn == null ? null : demandSentOn.plusMonths(settings.rescissionMonths()),
                today);
    }

    public boolean isDemanded() {
        return demandSentOn != null;
    }

    public boolean shareReached() {
        return !threshold.isMoreThan(dueUnpaid);
    }

    /** The share is reached, and what the demand granted is over. */
    public boolean byShare() {
        return isDemanded() && shareReached() && today.isAfter(payBy);
    }

    public boolean byTime() {
        return isDemanded() && !today.isBefore(monthsOver);
    }

    public boolean isRipe() {
        return byShare() || byTime();
    }
}

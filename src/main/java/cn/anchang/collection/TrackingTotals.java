package cn.anchang.collection;

import cn.anchang.shared.Money;

/** Counts and sums of some instalments. */
public record TrackingTotals(String of, long count, Money amount, Money paid) {

    public Money rest() {
        return amount.minus(paid);
    }

    public static TrackingTotals sum(String of, Iterable<TrackingTotals> parts) {
        TrackingTotals all = new TrackingTotals(of, 0, Money.ZERO, Money.ZERO);
        for (TrackingTotals part : parts) {
            all = new TrackingTotals(
                    of, all.count + part.count, all.amount.plus(part.amount), all.paid.plus(part.paid));
        }
        return all;
    }
}

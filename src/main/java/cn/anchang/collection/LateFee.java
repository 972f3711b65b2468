package cn.anchang.collection;

import cn.anchang.payment.PaidIn;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The late fee of one instalment, explained (R18): a row for each time the same rest was due and unpaid, from the day after the due
 * date; the day a payment is made still counts with what was unpaid before it.
 */
public record LateFee(List<Row> rows, Money total) {

    public static final LateFee NONE = new LateFee(List.of(), Money.ZERO);

    /** @param percent of the base for each day */
    public record Row(LocalDate from, LocalDate to, long days, Money base, BigDecimal percent, Money amount) {}

    public LateFee {
        rows = List.copyOf(rows);
    }

    public long days() {
        return rows.stream().mapToLong(Row::days).sum();
    }

    /**
     * @param paid by days, in their order
     * @param asOf the last day that counts
     * @param percent for each day
     */
    static LateFee of(Money amount, LocalDate dueOn, List<PaidIn> paid, LocalDate asOf, BigDecimal percent) {
        List<Row> rows = new ArrayList<>();
        Money base = amount;
        LocalDate from = dueOn.plusDays(1);
        for (PaidIn money : paid) {
            if (money.on().isAfter(asOf)) {
                break;
            }
            if (!money.on().isBefore(from)) {
                rows.add(row(from, money.on(), base, percent));
                from = money.on().plusDays(1);
            }
            base = base.minus(money.amount());
        }
        if (base.isPositive() && !from.isAfter(asOf)) {
            rows.add(row(from, asOf, base, percent));
        }
        return new LateFee(rows, Money.sum(rows.stream().map(Row::amount).toList()));
    }

    private static Row row(LocalDate from, LocalDate to, Money base, BigDecimal percent) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Row(
                from,
                to,
                days,
                base,
                percent,
                base.times(percent.movePointLeft(2).multiply(BigDecimal.valueOf(days))));
    }
}

package cn.anchang.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.PaidIn;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lateness costs (R18), and from when the law lets the seller end the contract (R19). */
class LateFeeTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);
    private static final BigDecimal RATE = new BigDecimal("0.01");

    @ParameterizedTest
    @CsvSource({"2026-12-01, 0.00", "2026-12-02, 10.00", "2026-12-11, 100.00", "2027-12-01, 3650.00"})
    void everyDayAfterTheDueDateCounts(LocalDate asOf, String fee) {
        assertThat(LateFee.of(Money.of("100000"), DUE, List.of(), asOf, RATE).total())
                .isEqualTo(Money.of(fee));
    }

    @Test
    void whatWasPaidInTimeIsNoBase() {
        LateFee fee = LateFee.of(
                Money.of("100000"),
                DUE,
                List.of(new PaidIn(DUE.minusDays(3), Money.of("40000")), new PaidIn(DUE, Money.of("10000"))),
                DUE.plusDays(10),
                RATE);
        assertThat(fee.rows()).singleElement().satisfies(row -> {
            assertThat(row.base()).isEqualTo(Money.of("50000"));
            assertThat(row.days()).isEqualTo(10);
        });
    }

    @Test
    void aDayOfPaymentCountsWithWhatWasUnpaidBeforeItAndNoLaterDayDoes() {
        LateFee fee = LateFee.of(
                Money.of("100000"),
                DUE,
                List.of(new PaidIn(DUE.plusDays(5), Money.of("100000"))),
                DUE.plusDays(90),
                RATE);
        assertThat(fee.total()).isEqualTo(Money.of("50.00"));
        assertThat(fee.days()).isEqualTo(5);
    }

    /** Against the plainest reckoning there is: day by day, by what was unpaid when the day began. */
    @Property(tries = 300)
    void theTableIsTheSumOfItsDays(
            @ForAll @Size(max = 4) List<@IntRange(min = -10, max = 60) Integer> days,
            @ForAll @IntRange(min = 0, max = 80) int until) {
        Money amount = Money.of("100000");
        Money part = Money.of("20000");
        List<PaidIn> paid = days.stream()
                .distinct()
                .sorted()
                .map(day -> new PaidIn(DUE.plusDays(day), part))
                .toList();
        Money expected = Money.ZERO;
        for (int day = 1; day <= until; day++) {
            LocalDate on = DUE.plusDays(day);
            Money base = amount;
            for (PaidIn money : paid) {
                if (money.on().isBefore(on)) {
                    base = base.minus(money.amount());
                }
            }
            expected = expected.plus(base.times(new BigDecimal("0.0001")));
        }
        LateFee fee = LateFee.of(amount, DUE, paid, DUE.plusDays(until), RATE);
        assertThat(fee.total()).isEqualTo(expected);
        assertThat(fee.rows()).allMatch(row -> row.days() > 0 && row.base().isPositive());
    }

    @ParameterizedTest
    @CsvSource({
        // unpaid, today: the letter of 1 December grants until the 16th
        "200000.00, 2026-12-16, false",
        "200000.00, 2026-12-17, true",
        "199999.99, 2026-12-17, false",
        "199999.99, 2027-02-28, false",
        "0.01, 2027-03-01, true",
    })
    void theLawsClocks(String unpaid, LocalDate today, boolean ripe) {
        ArrearsSettings settings = new ArrearsSettings(30, 90, 7, 3, 15, 90, RATE, new BigDecimal("0.2"), 3);
        RescissionClock law =
                RescissionClock.of(Money.of("1000000"), Money.of(unpaid), DUE, DUE.plusDays(15), today, settings);
        assertThat(law.isRipe()).isEqualTo(ripe);
        assertThat(RescissionClock.of(Money.of("1000000"), Money.of("1000000"), null, null, today, settings)
                        .isRipe())
                .as("nothing was demanded")
                .isFalse();
    }
}

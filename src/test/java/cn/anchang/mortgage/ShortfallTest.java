package cn.anchang.mortgage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PlanLine;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R15: what a lender does not lend becomes one line of the buyer's own, and the sum stays. */
class ShortfallTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate GAP = LocalDate.of(2026, 4, 11);

    private static final List<PlanLine> LINES = List.of(
            line(InstalmentKind.FIRST, "150000.00", 0),
            line(InstalmentKind.MORTGAGE, "450000.00", 60),
            line(InstalmentKind.MORTGAGE, "400000.00", 30),
            line(InstalmentKind.FUND, "300000.00", 60));

    @Test
    void theEarliestLineOfALoanIsFilledFirst() {
        List<PlanLine> plan = Shortfall.plan(LINES, lent("800000.00", "300000.00"), GAP);

        assertThat(plan)
                .containsExactly(
                        LINES.get(0),
                        line(InstalmentKind.MORTGAGE, "400000.00", 60),
                        LINES.get(2),
                        LINES.get(3),
                        new PlanLine(InstalmentKind.ADJUSTMENT, Money.of("50000.00"), GAP));
    }

    @Test
    void aLineNothingIsLeftForGoes() {
        List<PlanLine> plan = Shortfall.plan(LINES, lent("300000.00", "0.00"), GAP);

        assertThat(plan)
                .containsExactly(
                        LINES.get(0),
                        line(InstalmentKind.MORTGAGE, "300000.00", 30),
                        new PlanLine(InstalmentKind.ADJUSTMENT, Money.of("850000.00"), GAP));
    }

    @Test
    void theSumStaysForWhateverIsLent() {
        Money price = Money.sum(LINES.stream().map(PlanLine::amount).toList());
        for (String lent : List.of("0.00", "0.01", "399999.99", "400000.00", "400000.01", "849999.99")) {
            List<PlanLine> plan = Shortfall.plan(LINES, lent(lent, "300000.00"), GAP);
            assertThat(Money.sum(plan.stream().map(PlanLine::amount).toList())).isEqualTo(price);
            assertThat(plan).allMatch(line -> line.amount().isPositive());
        }
    }

    @Test
    void withoutAGapThereIsNothingToPlan() {
        assertThatThrownBy(() -> Shortfall.plan(LINES, lent("850000.00", "300000.00"), GAP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<InstalmentKind, Money> lent(String mortgage, String fund) {
        return Map.of(InstalmentKind.MORTGAGE, Money.of(mortgage), InstalmentKind.FUND, Money.of(fund));
    }

    private static PlanLine line(InstalmentKind kind, String amount, int after) {
        return new PlanLine(kind, Money.of(amount), DAY.plusDays(after));
    }
}

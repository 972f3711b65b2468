package cn.anchang.change;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.change.ChangeContent.Line;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By how much money comes later under another plan, yuan by yuan (R07). */
class ChangeDraftsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final List<Line> PLAN = List.of(
            line("1", InstalmentKind.DEPOSIT, "50000", 0),
            line("2", InstalmentKind.FIRST, "250000", 7),
            line("3", InstalmentKind.INSTALMENT, "300000", 67),
            line("4", InstalmentKind.BALANCE, "400000", 127));

    @Test
    void theSamePlanComesNoLater() {
        assertThat(ChangeDrafts.comesLater(PLAN, PLAN, false)).isZero();
        assertThat(ChangeDrafts.comesLater(PLAN, PLAN, true)).isZero();
    }

    @Test
    void oneLineLaterIsItsDays() {
        List<Line> later = with(2, line("3", InstalmentKind.INSTALMENT, "300000", 97));

        assertThat(ChangeDrafts.comesLater(PLAN, later, false)).isEqualTo(30);
        assertThat(ChangeDrafts.comesLater(PLAN, later, true)).isZero();
    }

    @Test
    void anEarlierLineIsNoDelay() {
        assertThat(ChangeDrafts.comesLater(PLAN, with(3, line("4", InstalmentKind.BALANCE, "400000", 100)), false))
                .isZero();
    }

    @Test
    void moneyMovedIntoALaterLineComesLater() {
        List<Line> shifted = List.of(
                PLAN.get(0),
                PLAN.get(1),
                line("3", InstalmentKind.INSTALMENT, "299999.99", 67),
                line("4", InstalmentKind.BALANCE, "400000.01", 127));

        assertThat(ChangeDrafts.comesLater(PLAN, shifted, false)).isEqualTo(60);
        assertThat(ChangeDrafts.comesLater(PLAN, shifted, true)).isZero();
    }

    @Test
    void aLineSplitOnTheSameDaysIsNoDelay() {
        List<Line> split = List.of(
                PLAN.get(0),
                PLAN.get(1),
                line("3", InstalmentKind.INSTALMENT, "100000", 60),
                line("n1", InstalmentKind.INSTALMENT, "200000", 67),
                PLAN.get(3));

        assertThat(ChangeDrafts.comesLater(PLAN, split, false)).isZero();
    }

    @Test
    void theFirstPaymentLaterOrLessIsPutOff() {
        assertThat(ChangeDrafts.comesLater(PLAN, with(1, line("2", InstalmentKind.FIRST, "250000", 8)), true))
                .isEqualTo(1);
        List<Line> less = List.of(
                PLAN.get(0),
                line("2", InstalmentKind.FIRST, "200000", 7),
                line("n1", InstalmentKind.INSTALMENT, "50000", 7),
                PLAN.get(2),
                PLAN.get(3));
        assertThat(ChangeDrafts.comesLater(PLAN, less, true))
                .as("not before the contract any more")
                .isEqualTo(1);
        assertThat(ChangeDrafts.comesLater(PLAN, less, false)).isZero();
    }

    private static List<Line> with(int index, Line line) {
        List<Line> plan = new java.util.ArrayList<>(PLAN);
        plan.set(index, line);
        return plan;
    }

    private static Line line(String key, InstalmentKind kind, String amount, int day) {
        return new Line(key, kind, Money.of(amount), DAY.plusDays(day), null);
    }
}

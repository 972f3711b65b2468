package cn.anchang.salescase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.anchang.customer.LostReason;
import cn.anchang.payment.Fault;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SalesCaseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-23T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final SalesCase salesCase = new SalesCase(
            UUID.randomUUID(),
            "XS-2026-000001",
            UUID.randomUUID(),
            UUID.randomUUID(),
            "云栖花园",
            UUID.randomUUID(),
            "chen.xiao",
            NOW);

    @Test
    void aHoldKeepsOthersAwayUntilItsMomentAndNotLonger() {
        hold();

        assertThat(salesCase.isHeldAt(UNTIL.minusSeconds(1))).isTrue();
        assertThat(salesCase.isHeldAt(UNTIL)).isFalse();
    }

    @Test
    void aLapsedHoldLeavesNoUnitAndLetsAnotherBeChosen() {
        hold();

        salesCase.holdLapsed();

        assertThat(salesCase.unit()).isNull();
        assertThat(salesCase.state()).isEqualTo(CaseState.NEGOTIATING);
        hold();
        assertThat(salesCase.state()).isEqualTo(CaseState.HOLDING);
    }

    @Test
    void aHoldDoesNotLapseOnceMoneyIsIn() {
        hold();
        salesCase.depositReceived(Money.of("50000"), TODAY, UNTIL);

        salesCase.holdLapsed();

        assertThat(salesCase.state()).isEqualTo(CaseState.RESERVED);
        assertThat(salesCase.unit()).isNotNull();
        assertThat(salesCase.holdUntil()).isNull();
    }

    @Test
    void stepsOutOfTurnAreBrokenRules() {
        assertThatIllegalStateException().isThrownBy(() -> salesCase.depositReceived(Money.of("50000"), TODAY, UNTIL));
        assertThatIllegalStateException().isThrownBy(salesCase::subscribed);
        assertThatIllegalStateException().isThrownBy(salesCase::contracted);
        assertThatIllegalStateException().isThrownBy(salesCase::filed);
        assertThatIllegalStateException().isThrownBy(() -> salesCase.completed(NOW));
        assertThatIllegalStateException()
                .isThrownBy(() -> salesCase.undoing(UndoKind.FORFEITED, Fault.BUYER, "放弃", null, "wu.zong"));
    }

    @Test
    void aCaseWithMoneyIsNotSimplyLost() {
        hold();
        salesCase.depositReceived(Money.of("50000"), TODAY, UNTIL);

        assertThatIllegalStateException().isThrownBy(() -> salesCase.lost(LostReason.PRICE, "价格", NOW));
    }

    @Test
    void visitsJoinACaseOnlyWhileNoMoneyIsIn() {
        assertThat(List.of(CaseState.values()).stream().filter(CaseState::takesVisits))
                .containsExactly(CaseState.NEGOTIATING, CaseState.HOLDING);
    }

    @Test
    void aSaleIsUndoneAsFitsItsStageAndClosesWhenItsMoneyIsSettled() {
        hold();
        salesCase.depositReceived(Money.of("50000"), TODAY, UNTIL);
        assertThatIllegalStateException()
                .isThrownBy(() -> salesCase.undoing(UndoKind.RETURNED, Fault.NOBODY, "反悔", "BG1", "zhao.ming"));
        assertThatIllegalStateException().isThrownBy(() -> salesCase.undone(NOW));

        salesCase.undoing(UndoKind.WITHDRAWN, Fault.NOBODY, "反悔", "BG1", "zhao.ming");

        assertThat(salesCase.isBeingUndone()).isTrue();
        assertThat(salesCase.state().isClosed()).isFalse();
        salesCase.undone(NOW);
        assertThat(salesCase.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(salesCase.state().isClosed()).isTrue();
        assertThat(salesCase.closeReason()).isEqualTo("反悔");
        assertThatIllegalStateException()
                .isThrownBy(() -> salesCase.undoing(UndoKind.WITHDRAWN, Fault.NOBODY, "再", "BG2", "zhao.ming"));
    }

    @Test
    void aSaleGoesBackToItsSubscriptionOnlyWithoutAFiling() {
        hold();
        salesCase.depositReceived(Money.of("50000"), TODAY, UNTIL);
        salesCase.subscribed();
        salesCase.contracted();
        salesCase.filed();
        assertThatIllegalStateException().isThrownBy(salesCase::signAnew);

        salesCase.filingRevoked();
        salesCase.signAnew();

        assertThat(salesCase.state()).isEqualTo(CaseState.SUBSCRIBED);
        assertThatIllegalStateException().isThrownBy(salesCase::filingRevoked);
    }

    @Test
    void theChecklistIsNotTickedByTheConsultantWhoSold() {
        assertThat(salesCase.mayBeCheckedBy("zhao.ming")).isTrue();
        assertThat(salesCase.mayBeCheckedBy("chen.xiao")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DealChecklist(salesCase, List.of(), "chen.xiao", NOW));
    }

    @Test
    void aMilestoneIsLateAfterItsPlannedDayOnly() {
        Milestone milestone = new Milestone(salesCase.id(), Stage.CONTRACT, 1, TODAY, TODAY);
        assertThat(milestone.isLate(NOW.plusSeconds(999_999), SHANGHAI)).isFalse();

        milestone.entered(NOW);

        assertThat(milestone.isLate(Instant.parse("2026-11-23T15:59:59Z"), SHANGHAI))
                .isFalse();
        assertThat(milestone.isLate(Instant.parse("2026-11-23T16:00:00Z"), SHANGHAI))
                .isTrue();
        milestone.left(NOW);
        assertThat(milestone.isLate(Instant.parse("2026-12-23T16:00:00Z"), SHANGHAI))
                .isFalse();
    }

    @Test
    void aMilestoneIsEnteredOnceLeftOnceAndItsPlanThenStands() {
        Milestone milestone = new Milestone(salesCase.id(), Stage.FILING, 1, TODAY, TODAY);
        assertThatIllegalStateException().isThrownBy(() -> milestone.left(NOW));
        milestone.plan(TODAY, TODAY.plusDays(3));
        milestone.entered(NOW);

        assertThatIllegalStateException().isThrownBy(() -> milestone.entered(NOW));
        assertThatIllegalStateException().isThrownBy(() -> milestone.plan(TODAY, TODAY));
        milestone.left(NOW);
        assertThatIllegalStateException().isThrownBy(() -> milestone.left(NOW));
        assertThat(milestone.plannedTo()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void aStepOfTheAftercareThatWasMissedStaysLateWhenItIsDone() {
        AftercareStep step = new AftercareStep(salesCase.id(), AftercareKind.PAPERS, TODAY);
        assertThat(step.missed(NOW)).isTrue();
        assertThat(step.missed(NOW)).isFalse();

        step.done(TODAY, "sun.li", "王小明", null, NOW);

        assertThat(step.isLate()).isTrue();
        assertThat(step.missed(NOW)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> step.done(TODAY, "sun.li", "王小明", null, NOW));
    }

    @Test
    void aStepDoneOnItsDayIsInTimeAndOneDoneAfterItIsLate() {
        AftercareStep inTime = new AftercareStep(salesCase.id(), AftercareKind.TITLE, TODAY);
        inTime.done(TODAY, "zheng.fang", "T1", null, NOW);
        AftercareStep late = new AftercareStep(salesCase.id(), AftercareKind.TITLE, TODAY);
        late.done(TODAY.plusDays(1), "zheng.fang", "T1", null, NOW);

        assertThat(inTime.isLate()).isFalse();
        assertThat(late.isLate()).isTrue();
    }

    private void hold() {
        salesCase.hold(
                new UnitSnapshot(
                        UUID.randomUUID(),
                        "YQ-1-301",
                        "1号楼",
                        "三室两厅",
                        new BigDecimal("98.50"),
                        Money.of("1000000"),
                        "杭售许字1号"),
                UNTIL);
    }
}

package cn.anchang.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.inventory.HoldOutcome.CaseHasUnit;
import cn.anchang.inventory.HoldOutcome.Held;
import cn.anchang.inventory.HoldOutcome.PriceMissing;
import cn.anchang.inventory.HoldOutcome.UnitNotOnSale;
import cn.anchang.inventory.HoldOutcome.UnitReserved;
import cn.anchang.inventory.HoldOutcome.UnitTaken;
import cn.anchang.inventory.HoldOutcome.UnitUnknown;
import cn.anchang.inventory.PermitCheck.PermitValid;
import cn.anchang.inventory.StepOutcome.Moved;
import cn.anchang.inventory.StepOutcome.StepNotPossible;
import cn.anchang.organization.SignedIn;
import cn.anchang.organization.Sites;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.testing.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@MockitoBean(types = Sites.class)
@Import({
    SalesControl.class,
    UnitChanges.class,
    SignedIn.class,
    UnitCatalogue.class,
    Prices.class,
    ApprovedAtOnce.class,
    Board.class
})
class SalesControlTest {

    @Autowired
    SalesControl control;

    @Autowired
    UnitCatalogue catalogue;

    @Autowired
    Board board;

    @Autowired
    Sentences sentences;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private LocalDate today;
    private Instant until;
    private Building building;
    private Unit unit;
    private final UUID ourCase = UUID.randomUUID();
    private final UUID rivalCase = UUID.randomUUID();

    @BeforeEach
    void aUnitOnSale() {
        today = LocalDate.now(clock);
        until = clock.instant().plus(Duration.ofHours(2));
        building = board.building("1号楼");
        board.permit(building, today.minusDays(30), today.plusDays(300));
        unit = board.unit(building, "301");
        board.price(unit, today.minusDays(10), "3200000", "3000000");
    }

    @Test
    void aHoldTakesTheUnitOffTheBoardAtThePriceOfTheDay() {
        board.price(unit, today, "3300000", "3100000");
        board.price(unit, today.plusDays(1), "9900000", "9000000");

        assertThat(control.hold(unit.id(), ourCase, "陈晓", until))
                .isEqualTo(new Held(unit.id(), "1号楼-301", until, Money.of("3300000")));

        assertThat(board.stateOf(unit)).isEqualTo(UnitState.HELD);
        assertThat(catalogue.available(building.projectId(), UnitFilter.ANY)).isEmpty();
        OccupiedUnit occupied = catalogue.unitOf(ourCase).orElseThrow();
        assertThat(occupied.listPrice()).isEqualTo(Money.of("3300000"));
        assertThat(occupied.floorPrice()).isEqualTo(Money.of("3100000"));
        assertThat(occupied.holdUntil()).isEqualTo(until);
    }

    @Test
    void thePriceOfAHeldUnitStaysWhateverLaterListsSay() {
        control.hold(unit.id(), ourCase, "陈晓", until);

        board.price(unit, today, "3500000", "3400000");

        assertThat(catalogue.unitOf(ourCase).orElseThrow().listPrice()).isEqualTo(Money.of("3200000"));
        control.release(ourCase);
        assertThat(catalogue
                        .available(building.projectId(), UnitFilter.ANY)
                        .get(0)
                        .listPrice())
                .isEqualTo(Money.of("3500000"));
    }

    @Test
    void whoComesSecondIsToldWhoHasTheUnitAndUntilWhen() {
        control.hold(unit.id(), rivalCase, "林佳", until);

        HoldOutcome outcome = control.hold(unit.id(), ourCase, "陈晓", until.plusSeconds(60));

        assertThat(outcome).isEqualTo(new UnitTaken("1号楼-301", "林佳", until));
        assertThat(sentences.of((Refusal) outcome)).startsWith("1号楼-301 已由 林佳 预留至 ");
        assertThat(catalogue.unitOf(ourCase)).isEmpty();
    }

    @Test
    void onceMoneyIsInWaitingForTheHoldToLapseIsNoUse() {
        control.hold(unit.id(), rivalCase, "林佳", until);
        assertThat(control.secure(rivalCase)).isInstanceOf(Moved.class);

        assertThat(control.hold(unit.id(), ourCase, "陈晓", until)).isEqualTo(new UnitReserved("1号楼-301", "林佳"));
        assertThat(catalogue.unitOf(rivalCase).orElseThrow().holdUntil()).isNull();
    }

    @Test
    void aCaseHasOneUnitAtMost() {
        control.hold(unit.id(), ourCase, "陈晓", until);
        Unit other = board.unit(building, "302");
        board.price(other, today, "3200000", "3000000");

        assertThat(control.hold(other.id(), ourCase, "陈晓", until)).isEqualTo(new CaseHasUnit("1号楼-301"));
        assertThat(board.stateOf(other)).isEqualTo(UnitState.AVAILABLE);
    }

    @Test
    void theDatabaseItselfRefusesASecondOccupantAndASecondUnit() {
        control.hold(unit.id(), ourCase, "陈晓", until);
        Unit other = board.unit(building, "302");
        String insert = "insert into sales.unit_occupancy values (?, ?, '林佳', now(), null, 1, 1)";

        assertThatThrownBy(() -> jdbc.update(insert, unit.id(), rivalCase))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.update(insert, other.id(), ourCase))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(jdbc.update(insert, other.id(), rivalCase)).isOne();
    }

    @Test
    void withoutAValidPermitNothingIsHeld() {
        Building unpermitted = board.building("3号楼");
        Unit early = board.unit(unpermitted, "101");
        board.price(early, today, "2000000", "1900000");

        assertThat(control.hold(early.id(), ourCase, "陈晓", until)).isEqualTo(new PermitMissing("3号楼"));
        board.permit(unpermitted, today.minusDays(300), today.minusDays(1));
        assertThat(control.hold(early.id(), ourCase, "陈晓", until)).isEqualTo(new PermitMissing("3号楼"));
        board.permit(unpermitted, today.plusDays(1), today.plusDays(300));
        assertThat(control.hold(early.id(), ourCase, "陈晓", until)).isEqualTo(new PermitMissing("3号楼"));
        board.permit(unpermitted, today, today);
        assertThat(control.hold(early.id(), ourCase, "陈晓", until)).isInstanceOf(Held.class);
    }

    @Test
    void moneyIsTakenOnlyWhileThePermitIsValid() {
        Building other = board.building("2号楼");
        PresalePermit permit = board.permit(other, today.minusDays(1), today.plusDays(1));
        Unit home = board.unit(other, "101");
        board.price(home, today, "2000000", "1900000");
        assertThat(control.mayTakeMoneyFor(ourCase)).isEqualTo(new NoUnitHeld());

        control.hold(home.id(), ourCase, "陈晓", until);

        assertThat(control.mayTakeMoneyFor(ourCase)).isEqualTo(new PermitValid(permit.permitNo()));
        jdbc.update("update sales.presale_permits set valid_to = ? where id = ?", today.minusDays(1), permit.id());
        assertThat(control.mayTakeMoneyFor(ourCase)).isEqualTo(new PermitMissing("2号楼"));
        assertThat(control.subscribe(ourCase)).isEqualTo(new PermitMissing("2号楼"));
        assertThat(board.stateOf(home)).isEqualTo(UnitState.HELD);
    }

    @Test
    void aUnitWithoutAPriceOrOffTheMarketIsNotHeld() {
        Unit unpriced = board.unit(building, "303");
        assertThat(control.hold(unpriced.id(), ourCase, "陈晓", until)).isEqualTo(new PriceMissing("1号楼-303"));

        jdbc.update("update sales.units set state = 'WITHHELD' where id = ?", unit.id());
        assertThat(control.hold(unit.id(), ourCase, "陈晓", until))
                .isEqualTo(new UnitNotOnSale("1号楼-301", UnitState.WITHHELD));

        assertThat(control.hold(UUID.randomUUID(), ourCase, "陈晓", until)).isEqualTo(new UnitUnknown());
    }

    @Test
    void aUnitMovesOneStateAtATimeAndSaysSoOtherwise() {
        assertThat(control.subscribe(ourCase)).isEqualTo(new NoUnitHeld());
        control.hold(unit.id(), ourCase, "陈晓", until);

        assertThat(control.contract(ourCase)).isEqualTo(new StepNotPossible("1号楼-301", UnitState.HELD));
        assertThat(control.subscribe(ourCase)).isEqualTo(new Moved(unit.id(), "1号楼-301", UnitState.SUBSCRIBED));
        assertThat(control.subscribe(ourCase)).isEqualTo(new StepNotPossible("1号楼-301", UnitState.SUBSCRIBED));
        control.contract(ourCase);
        control.file(ourCase);
        assertThat(control.contract(ourCase)).isEqualTo(new StepNotPossible("1号楼-301", UnitState.FILED));
        assertThat(control.revokeFiling(ourCase)).isEqualTo(new Moved(unit.id(), "1号楼-301", UnitState.CONTRACTED));
        control.file(ourCase);
        control.deliver(ourCase);

        assertThat(board.stateOf(unit)).isEqualTo(UnitState.DELIVERED);
        assertThat(board.occupants(unit)).isOne();
        assertThat(control.hold(unit.id(), rivalCase, "林佳", until))
                .isEqualTo(new UnitNotOnSale("1号楼-301", UnitState.DELIVERED));
    }

    @Test
    void aReleasedUnitIsBackOnTheBoardAndReleasingAgainChangesNothing() {
        control.hold(unit.id(), ourCase, "陈晓", until);
        control.subscribe(ourCase);

        control.release(ourCase);
        control.release(ourCase);

        assertThat(board.stateOf(unit)).isEqualTo(UnitState.AVAILABLE);
        assertThat(board.occupants(unit)).isZero();
        assertThat(control.hold(unit.id(), rivalCase, "林佳", until)).isInstanceOf(Held.class);
    }

    @Test
    void aFiledUnitIsNotReleasedBeforeItsFilingIsRevoked() {
        control.hold(unit.id(), ourCase, "陈晓", until);
        control.subscribe(ourCase);
        control.contract(ourCase);
        control.file(ourCase);

        assertThatThrownBy(() -> control.release(ourCase)).isInstanceOf(IllegalStateException.class);
        assertThat(board.stateOf(unit)).isEqualTo(UnitState.FILED);
        assertThat(board.occupants(unit)).isOne();

        control.revokeFiling(ourCase);
        control.release(ourCase);
        assertThat(board.stateOf(unit)).isEqualTo(UnitState.AVAILABLE);
    }

    @Test
    void aHoldThatWouldHaveLapsedAlreadyIsABrokenRule() {
        assertThatThrownBy(() -> control.hold(unit.id(), ourCase, "陈晓", clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

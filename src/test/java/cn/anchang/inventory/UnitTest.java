package cn.anchang.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {

    private static final UnitFacts HOME = new UnitFacts(3, UnitUse.HOME, "三室两厅两卫", new BigDecimal("98.5"));

    /** The steps that lead from 未推 to each state, one after the other. */
    private static final List<Consumer<Unit>> WAY =
            List.of(Unit::offer, Unit::hold, Unit::subscribe, Unit::contract, Unit::file, Unit::deliver);

    private static final Map<String, Consumer<Unit>> STEPS = Map.of(
            "offer", Unit::offer,
            "withhold", Unit::withhold,
            "hold", Unit::hold,
            "subscribe", Unit::subscribe,
            "contract", Unit::contract,
            "file", Unit::file,
            "voidContract", Unit::voidContract,
            "revokeFiling", Unit::revokeFiling,
            "deliver", Unit::deliver,
            "release", Unit::release);

    /** Written by hand: what may be done to a unit in each state. Everything else is a broken rule. */
    private static final Map<UnitState, Set<String>> ALLOWED = Map.of(
            UnitState.WITHHELD, Set.of("offer"),
            UnitState.AVAILABLE, Set.of("hold", "withhold"),
            UnitState.HELD, Set.of("subscribe", "release"),
            UnitState.SUBSCRIBED, Set.of("contract", "release"),
            UnitState.CONTRACTED, Set.of("file", "voidContract", "release"),
            UnitState.FILED, Set.of("deliver", "revokeFiling"),
            UnitState.DELIVERED, Set.of());

    private static Unit unit(UnitState state) {
        Unit unit = new Unit(new Building(UUID.randomUUID(), "1号楼"), "", "301", HOME);
        WAY.subList(0, state.ordinal()).forEach(step -> step.accept(unit));
        assertThat(unit.state()).isEqualTo(state);
        return unit;
    }

    @ParameterizedTest
    @EnumSource
    void inEachStateOnlyItsOwnStepsArePossible(UnitState state) {
        STEPS.forEach((name, step) -> {
            Unit unit = unit(state);
            if (ALLOWED.get(state).contains(name)) {
                step.accept(unit);
                assertThat(unit.state()).as(name).isNotEqualTo(state);
            } else {
                assertThatThrownBy(() -> step.accept(unit)).as(name).isInstanceOf(IllegalStateException.class);
                assertThat(unit.state()).as(name).isEqualTo(state);
            }
        });
    }

    @Test
    void whatSomebodyHasKeepsItsDescription() {
        UnitFacts larger = new UnitFacts(3, UnitUse.HOME, "四室两厅两卫", new BigDecimal("128.30"));
        for (UnitState state : EnumSet.of(UnitState.HELD, UnitState.SUBSCRIBED, UnitState.DELIVERED)) {
            Unit taken = unit(state);
            assertThatThrownBy(() -> taken.describe(larger)).isInstanceOf(IllegalStateException.class);
            assertThat(taken.facts()).isEqualTo(HOME);
        }
        Unit free = unit(UnitState.AVAILABLE);
        free.describe(larger);
        assertThat(free.facts()).isEqualTo(larger);
    }

    @Test
    void aUnitIsCalledByItsBuildingSectionAndNumber() {
        Building building = new Building(UUID.randomUUID(), "1号楼");
        assertThat(new Unit(building, "", "301", HOME).unitNo()).isEqualTo("1号楼-301");
        assertThat(new Unit(building, "2单元", "301", HOME).unitNo()).isEqualTo("1号楼-2单元-301");
    }

    @Test
    void aPermitCountsFromItsFirstDayToItsLastAndForItsBuildingsOnly() {
        UUID covered = UUID.randomUUID();
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = LocalDate.of(2026, 12, 31);
        PresalePermit permit = new PresalePermit(UUID.randomUUID(), "杭售许字(2026)第 0001 号", first, last);
        permit.cover(covered);

        assertThat(permit.allows(covered, first)).isTrue();
        assertThat(permit.allows(covered, last)).isTrue();
        assertThat(permit.allows(covered, first.minusDays(1))).isFalse();
        assertThat(permit.allows(covered, last.plusDays(1))).isFalse();
        assertThat(permit.allows(UUID.randomUUID(), first)).isFalse();
        assertThatThrownBy(() -> permit.validBetween(last, first)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPriceIsPositiveAndItsFloorLiesNotAboveIt() {
        assertThat(new UnitPrice(Money.of("100"), Money.of("100")).floor()).isEqualTo(Money.of("100"));
        assertThatThrownBy(() -> new UnitPrice(Money.of("100"), Money.of("100.01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitPrice(Money.ZERO, Money.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAreaIsPositiveWithTwoDecimals() {
        assertThat(HOME.grossArea()).isEqualTo(new BigDecimal("98.50"));
        assertThatThrownBy(() -> new UnitFacts(1, UnitUse.HOME, null, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitFacts(1, UnitUse.HOME, null, new BigDecimal("98.505")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

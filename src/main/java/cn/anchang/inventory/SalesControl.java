package cn.anchang.inventory;

import cn.anchang.inventory.HoldOutcome.CaseHasUnit;
import cn.anchang.inventory.HoldOutcome.Exchanged;
import cn.anchang.inventory.HoldOutcome.Held;
import cn.anchang.inventory.HoldOutcome.PriceApprovalVoid;
import cn.anchang.inventory.HoldOutcome.PriceMissing;
import cn.anchang.inventory.HoldOutcome.PriceMoved;
import cn.anchang.inventory.HoldOutcome.UnitNotOnSale;
import cn.anchang.inventory.HoldOutcome.UnitReserved;
import cn.anchang.inventory.HoldOutcome.UnitTaken;
import cn.anchang.inventory.HoldOutcome.UnitUnknown;
import cn.anchang.inventory.PermitCheck.PermitValid;
import cn.anchang.inventory.StepOutcome.Moved;
import cn.anchang.inventory.StepOutcome.StepNotPossible;
import cn.anchang.shared.Money;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The board (销控): takes units off it for a case, moves them on with the case, and puts them back. */
@Service
public class SalesControl {

    private final Units units;
    private final Buildings buildings;
    private final PresalePermits permits;
    private final Prices prices;
    private final PriceListApproval approval;
    private final UnitOccupancies occupancies;
    private final UnitChanges changes;
    private final EntityManager entities;
    private final Clock clock;

    SalesControl(
            Units units,
            Buildings buildings,
            PresalePermits permits,
            Prices prices,
            PriceListApproval approval,
            UnitOccupancies occupancies,
            UnitChanges changes,
            EntityManager entities,
            Clock clock) {
        this.units = units;
        this.buildings = buildings;
        this.permits = permits;
        this.prices = prices;
        this.approval = approval;
        this.occupancies = occupancies;
        this.changes = changes;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Takes a unit off the board for one case, without money, until the hold lapses (R02). The unit's price in force today is kept with
     * the hold. Needs a valid permit already (R01), and prices that are still as they were approved (R36).
     *
     * @param consultantName as rivals are to read it
     * @throws IllegalArgumentException when the hold would have lapsed already
     */
    @Transactional
    public HoldOutcome hold(UUID unitId, UUID caseId, String consultantName, Instant until) {
        Instant now = clock.instant();
        if (!until.isAfter(now)) {
            throw new IllegalArgumentException("A hold until %s has lapsed at %s".formatted(until, now));
        }
        Optional<Unit> known = units.findById(unitId);
        if (known.isEmpty()) {
            return new UnitUnknown();
        }
        Unit unit = known.get();
        Optional<Prices.InForce> found = prices.inForce(unitId, today());
        Optional<HoldOutcome> refusal = refusalOf(unit, found);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        UnitPrice price = found.get().price();
        int taken = occupancies.take(
                unitId,
                caseId,
                consultantName,
                now,
                until,
                price.list().amount(),
                price.floor().amount());
        entities.refresh(unit);
        if (taken == 0) {
            return whyNot(unit, caseId);
        }
        unit.hold();
        entities.flush();
        changes.note(unit, UnitState.AVAILABLE, UnitOccasion.HELD, caseId);
        return new Held(unitId, unit.unitNo(), until, price.list());
    }

    /** Why nobody may have the unit today: no permit (R01), no price, or prices that are no longer as they were approved (R36). */
    private Optional<HoldOutcome> refusalOf(Unit unit, Optional<Prices.InForce> price) {
        if (permits.valid(unit.buildingId(), today()).isEmpty()) {
            return Optional.of(new PermitMissing(buildingName(unit)));
        } else if (price.isEmpty()) {
            return Optional.of(new PriceMissing(unit.unitNo()));
        }
        return approval.holds(price.get().listId(), buildingName(unit))
                ? Optional.empty()
                : Optional.of(new PriceApprovalVoid(unit.unitNo()));
    }

    private HoldOutcome whyNot(Unit unit, UUID caseId) {
        Optional<UnitOccupancy> own = occupancies.findByCaseId(caseId);
        return own.isPresent()
                ? new CaseHasUnit(
                        units.findById(own.get().unitId()).orElseThrow().unitNo())
                : takenBy(unit);
    }

    private HoldOutcome takenBy(Unit unit) {
        Optional<UnitOccupancy> rival = occupancies.findById(unit.id());
        if (rival.isEmpty() || unit.state().compareTo(UnitState.HELD) > 0) {
            return new UnitNotOnSale(unit.unitNo(), unit.state());
        }
        return rival.get().until() == null
                ? new UnitReserved(unit.unitNo(), rival.get().consultant())
                : new UnitTaken(
                        unit.unitNo(), rival.get().consultant(), rival.get().until());
    }

    /**
     * Puts the case's unit back on the board. Does nothing when the case has none, so that a lapsed hold and a late click may meet.
     *
     * @throws IllegalStateException when the unit is filed or delivered: its filing has to be revoked first
     */
    @Transactional
    public void release(UUID caseId) {
        occupancies.findByCaseId(caseId).ifPresent(occupancy -> {
            Unit unit = units.findById(occupancy.unitId()).orElseThrow();
            UnitState former = unit.state();
            unit.release();
            occupancies.delete(occupancy);
            entities.flush();
            boolean lapsed = former == UnitState.HELD && occupancy.until() != null;
            changes.note(unit, former, lapsed ? UnitOccasion.HOLD_LAPSED : UnitOccasion.RELEASED, caseId);
        });
    }

    /**
     * Gives the case another unit for the one it has (换房), at the price in force today. The new one is taken first, by the one row that
     * decides every race for it (R24), and is subscribed; only then the old one goes back on the board.
     *
     * @param agreed the price the exchange was agreed at
     * @throws IllegalStateException when the old unit is filed or delivered
     */
    @Transactional
    public HoldOutcome exchange(UUID caseId, UUID unitId, String consultantName, Money agreed) {
        UnitOccupancy former = occupancies.findByCaseId(caseId).orElseThrow();
        Unit old = units.findById(former.unitId()).orElseThrow();
        if (!old.state().mayBecome(UnitState.AVAILABLE)) {
            throw new IllegalStateException("%s is %s and cannot be exchanged".formatted(old.unitNo(), old.state()));
        } else if (former.unitId().equals(unitId)) {
            return new CaseHasUnit(old.unitNo());
        }
        Optional<Unit> known = units.findById(unitId);
        if (known.isEmpty()) {
            return new UnitUnknown();
        }
        Unit unit = known.get();
        Optional<Prices.InForce> found = prices.inForce(unitId, today());
        Optional<HoldOutcome> refusal = refusalOf(unit, found);
        if (refusal.isPresent()) {
            return refusal.get();
        } else if (!found.get().price().list().equals(agreed)) {
            return new PriceMoved(unit.unitNo(), agreed, found.get().price().list());
        }
        Instant now = clock.instant();
        UnitPrice price = found.get().price();
        int taken = occupancies.take(
                unitId,
                UUID.randomUUID(),
                consultantName,
                now,
                now,
                price.list().amount(),
                price.floor().amount());
        entities.refresh(unit);
        if (taken == 0) {
            return takenBy(unit);
        }
        UnitState before = old.state();
        old.release();
        occupancies.delete(former);
        entities.flush();
        changes.note(old, before, UnitOccasion.EXCHANGED_OUT, caseId);
        occupancies.hand(unitId, caseId);
        unit.hold();
        unit.subscribe();
        entities.flush();
        changes.note(unit, UnitState.AVAILABLE, UnitOccasion.EXCHANGED_IN, caseId);
        return new Exchanged(unitId, unit.unitNo(), old.unitNo());
    }

    /** The deposit is in: the hold no longer lapses. */
    @Transactional
    public StepOutcome secure(UUID caseId) {
        Optional<UnitOccupancy> occupancy = occupancies.findByCaseId(caseId);
        if (occupancy.isEmpty()) {
            return new NoUnitHeld();
        }
        occupancy.get().secure();
        entities.flush();
        Unit unit = units.findById(occupancy.get().unitId()).orElseThrow();
        changes.note(unit, unit.state(), UnitOccasion.DEPOSIT_PAID, caseId);
        return new Moved(unit.id(), unit.unitNo(), unit.state());
    }

    /** The buyer has signed the subscription. Needs a valid permit (R01). */
    @Transactional
    public StepOutcome subscribe(UUID caseId) {
        PermitCheck permit = mayTakeMoneyFor(caseId);
        if (permit instanceof PermitMissing missing) {
            return missing;
        }
        return move(caseId, UnitState.HELD, Unit::subscribe, UnitOccasion.SUBSCRIBED);
    }

    @Transactional
    public StepOutcome contract(UUID caseId) {
        return move(caseId, UnitState.SUBSCRIBED, Unit::contract, UnitOccasion.CONTRACTED);
    }

    @Transactional
    public StepOutcome file(UUID caseId) {
        return move(caseId, UnitState.CONTRACTED, Unit::file, UnitOccasion.FILED);
    }

    /** The contract is void: the unit is the buyer's by the subscription alone. */
    @Transactional
    public StepOutcome voidContract(UUID caseId) {
        return move(caseId, UnitState.CONTRACTED, Unit::voidContract, UnitOccasion.CONTRACT_VOIDED);
    }

    @Transactional
    public StepOutcome revokeFiling(UUID caseId) {
        return move(caseId, UnitState.FILED, Unit::revokeFiling, UnitOccasion.FILING_REVOKED);
    }

    @Transactional
    public StepOutcome deliver(UUID caseId) {
        return move(caseId, UnitState.FILED, Unit::deliver, UnitOccasion.DELIVERED);
    }

    private StepOutcome move(UUID caseId, UnitState from, Consumer<Unit> step, UnitOccasion occasion) {
        Optional<Unit> found = unitOf(caseId);
        if (found.isEmpty()) {
            return new NoUnitHeld();
        }
        Unit unit = found.get();
        if (unit.state() != from) {
            return new StepNotPossible(unit.unitNo(), unit.state());
        }
        step.accept(unit);
        entities.flush();
        changes.note(unit, from, occasion, caseId);
        return new Moved(unit.id(), unit.unitNo(), unit.state());
    }

    /** Whether money may be taken for the case's unit today (R01). */
    @Transactional(readOnly = true)
    public PermitCheck mayTakeMoneyFor(UUID caseId) {
        Optional<Unit> unit = unitOf(caseId);
        if (unit.isEmpty()) {
            return new NoUnitHeld();
        }
        Optional<PresalePermit> permit = permits.valid(unit.get().buildingId(), today());
        return permit.isPresent()
                ? new PermitValid(permit.get().permitNo())
                : new PermitMissing(buildingName(unit.get()));
    }

    private Optional<Unit> unitOf(UUID caseId) {
        return occupancies.findByCaseId(caseId).flatMap(occupancy -> units.findById(occupancy.unitId()));
    }

    private String buildingName(Unit unit) {
        return buildings.findById(unit.buildingId()).orElseThrow().name();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

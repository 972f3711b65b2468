package cn.anchang.change;

import cn.anchang.change.ChangeContent.Line;
import cn.anchang.change.ChangeContent.MoreDays;
import cn.anchang.change.ChangeContent.NewBuyers;
import cn.anchang.change.ChangeContent.NewPlan;
import cn.anchang.change.ChangeContent.NewUnit;
import cn.anchang.change.ChangeContent.Undoing;
import cn.anchang.change.ChangeForm.PlanRow;
import cn.anchang.change.ChangeOutcomes.BuyersMissing;
import cn.anchang.change.ChangeOutcomes.DayInThePast;
import cn.anchang.change.ChangeOutcomes.DaysMissing;
import cn.anchang.change.ChangeOutcomes.DepositLineGone;
import cn.anchang.change.ChangeOutcomes.FaultMissing;
import cn.anchang.change.ChangeOutcomes.FirstPaymentNotDeferrable;
import cn.anchang.change.ChangeOutcomes.ForfeitNeedsBuyersFault;
import cn.anchang.change.ChangeOutcomes.LineMissing;
import cn.anchang.change.ChangeOutcomes.LinePaid;
import cn.anchang.change.ChangeOutcomes.NewDayMissing;
import cn.anchang.change.ChangeOutcomes.NewDayNotLater;
import cn.anchang.change.ChangeOutcomes.NotPossible;
import cn.anchang.change.ChangeOutcomes.PlanMissing;
import cn.anchang.change.ChangeOutcomes.PlanUnchanged;
import cn.anchang.change.ChangeOutcomes.TermsMissing;
import cn.anchang.change.ChangeOutcomes.TermsUnchanged;
import cn.anchang.change.ChangeOutcomes.UnitMissing;
import cn.anchang.change.ChangeOutcomes.UnitNotForSale;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitFilter;
import cn.anchang.inventory.UnitOffer;
import cn.anchang.payment.Fault;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanRequest;
import cn.anchang.payment.PlanRules;
import cn.anchang.payment.Settlement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.salescase.SalePlans;
import cn.anchang.salescase.SalesChanges;
import cn.anchang.salescase.SealedBuyer;
import cn.anchang.salescase.Standing;
import cn.anchang.salescase.SubscriptionForm.BuyerEntry;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes of a request and of the sale as it stands what a change order says, or a refusal. Writes nothing. */
@Component
class ChangeDrafts {

    /** A content, or why there can be none. */
    record Draft(ChangeContent content, Refusal refusal) {

        static Draft no(Refusal refusal) {
            return new Draft(null, refusal);
        }
    }

    private final SalesChanges changes;
    private final SalePlans plans;
    private final PlanRules planRules;
    private final Ledger ledger;
    private final UnitCatalogue units;
    private final Clock clock;

    ChangeDrafts(
            SalesChanges changes,
            SalePlans plans,
            PlanRules planRules,
            Ledger ledger,
            UnitCatalogue units,
            Clock clock) {
        this.changes = changes;
        this.plans = plans;
        this.planRules = planRules;
        this.ledger = ledger;
        this.units = units;
        this.clock = clock;
    }

    Draft of(ChangeForm form, Standing sale) {
        Optional<Refusal> objection = changes.objection(form.caseId(), form.kind());
        if (objection.isPresent()) {
            return Draft.no(new NotPossible(form.kind(), objection.get()));
        }
        return switch (form.kind()) {
            case EXTEND_SIGNING -> moreDays(form, sale);
            case DEFER_PAYMENT -> deferred(form, sale);
            case RESCHEDULE -> rescheduled(form, sale);
            case CHANGE_TERMS -> otherTerms(form, sale);
            case CHANGE_BUYERS -> otherBuyers(form, sale);
            case EXCHANGE_UNIT -> otherUnit(form, sale);
            case WITHDRAW, RETURN_UNIT, FORFEIT -> undone(form, sale);
        };
    }

    private Draft moreDays(ChangeForm form, Standing sale) {
        if (form.days() == null) {
            return Draft.no(new DaysMissing());
        }
        MoreDays more = new MoreDays(
                form.days(), sale.extendedDays(), sale.signBy(), sale.signBy().plusDays(form.days()));
        return content(form, sale, more, null, null, null, null);
    }

    private Draft deferred(ChangeForm form, Standing sale) {
        Optional<InstalmentView> found = sale.plan().stream()
                .filter(line -> Integer.valueOf(line.seq()).equals(form.line()))
                .findFirst();
        if (found.isEmpty()) {
            return Draft.no(new LineMissing());
        }
        InstalmentView line = found.get();
        if (line.rest().isZero()) {
            return Draft.no(new LinePaid(line.seq(), line.kind()));
        } else if (form.dueOn() == null) {
            return Draft.no(new NewDayMissing());
        } else if (!form.dueOn().isAfter(line.dueOn())) {
            return Draft.no(new NewDayNotLater(form.dueOn(), line.dueOn()));
        }
        List<Line> after = sale.plan().stream()
                .map(one -> one.seq() == line.seq()
                        ? new Line(key(one), one.kind(), one.amount(), form.dueOn(), null)
                        : line(one))
                .toList();
        return planned(form, sale, after, sale.price(), sale.terms().orElseThrow(), null);
    }

    private Draft rescheduled(ChangeForm form, Standing sale) {
        return form.plan() == null || form.plan().isEmpty()
                ? Draft.no(new PlanMissing())
                : planned(
                        form,
                        sale,
                        lines(form, sale, sale.price(), sale.terms().orElseThrow()),
                        sale.price(),
                        sale.terms().orElseThrow(),
                        null);
    }

    private Draft otherTerms(ChangeForm form, Standing sale) {
        if (form.terms() == null) {
            return Draft.no(new TermsMissing());
        } else if (sale.terms().filter(form.terms()::equals).isPresent()) {
            return Draft.no(new TermsUnchanged());
        } else if (form.plan() == null || form.plan().isEmpty()) {
            return Draft.no(new PlanMissing());
        }
        return planned(form, sale, lines(form, sale, sale.price(), form.terms()), sale.price(), form.terms(), null);
    }

    private Draft otherUnit(ChangeForm form, Standing sale) {
        if (form.unitId() == null) {
            return Draft.no(new UnitMissing());
        }
        Optional<UnitOffer> offer = offer(sale, form.unitId());
        if (offer.isEmpty()) {
            return Draft.no(new UnitNotForSale());
        } else if (form.plan() == null || form.plan().isEmpty()) {
            return Draft.no(new PlanMissing());
        }
        UnitOffer unit = offer.get();
        return planned(
                form,
                sale,
                lines(form, sale, unit.listPrice(), sale.terms().orElseThrow()),
                unit.listPrice(),
                sale.terms().orElseThrow(),
                new NewUnit(unit.unitId(), unit.unitNo(), unit.listPrice()));
    }

    Optional<UnitOffer> offer(Standing sale, UUID unitId) {
        return units.available(sale.projectId(), UnitFilter.ANY).stream()
                .filter(one -> one.unitId().equals(unitId))
                .findFirst();
    }

    private Draft planned(
            ChangeForm form, Standing sale, List<Line> after, Money price, PaymentTerms terms, NewUnit unit) {
        List<Line> before = sale.plan().stream().map(ChangeDrafts::line).toList();
        Map<String, InstalmentView> known = new HashMap<>();
        sale.plan().forEach(line -> known.put(key(line), line));
        for (Line line : after) {
            InstalmentView was = known.get(line.key());
            boolean kept = was != null && was.dueOn().equals(line.dueOn());
            if (!kept && line.kind() != InstalmentKind.DEPOSIT && line.dueOn().isBefore(today())) {
                return Draft.no(new DayInThePast(line.kind(), line.dueOn()));
            }
        }
        if (unit == null && form.kind() != ChangeKind.CHANGE_TERMS && same(before, after)) {
            return Draft.no(new PlanUnchanged());
        }
        Money deposit = sum(after, InstalmentKind.DEPOSIT);
        if (!deposit.equals(sale.deposit())) {
            return Draft.no(new DepositLineGone(sale.deposit()));
        }
        List<PlanLine> lines = after.stream().map(Line::planLine).toList();
        Optional<Refusal> fault = planRules.check(plans.request(form.caseId(), price, terms, null, null), lines);
        if (fault.isPresent()) {
            return Draft.no(new NotPossible(form.kind(), fault.get()));
        }
        boolean samePrice = unit == null && form.kind() != ChangeKind.CHANGE_TERMS;
        boolean firstPayment = samePrice && comesLater(before, after, true) > 0;
        if (firstPayment && !Boolean.TRUE.equals(form.exception())) {
            return Draft.no(new FirstPaymentNotDeferrable());
        }
        NewPlan plan = new NewPlan(
                sale.terms().orElse(null),
                terms,
                sale.price(),
                price,
                before,
                after,
                samePrice ? comesLater(before, after, false) : 0,
                firstPayment);
        return content(form, sale, null, plan, null, unit, null);
    }

    /**
     * By how many days some of the money comes later at most: both plans are laid out in order of their days, and each yuan is held
     * against the same yuan of the other.
     *
     * @param bySigning only of what is due by signing (R07); what is moved out of it comes later
     */
    static int comesLater(List<Line> before, List<Line> after, boolean bySigning) {
        List<Line> was = inOrder(before.stream()
                .filter(line -> !bySigning || line.kind().dueBySigning())
                .toList());
        List<Line> is = inOrder(after);
        long most = 0;
        Money upTo = Money.ZERO;
        for (Line line : was) {
            upTo = upTo.plus(line.amount());
            LocalDate covered = is.isEmpty() ? line.dueOn() : coveredOn(is, upTo);
            most = Math.max(most, ChronoUnit.DAYS.between(line.dueOn(), covered));
        }
        if (bySigning && sumBySigning(before).isMoreThan(sumBySigning(after))) {
            return (int) Math.max(most, 1);
        }
        return (int) most;
    }

    private static Money sumBySigning(List<Line> lines) {
        return Money.sum(lines.stream()
                .filter(line -> line.kind().dueBySigning())
                .map(Line::amount)
                .toList());
    }

    private static List<Line> inOrder(List<Line> lines) {
        List<Line> ordered = new ArrayList<>(lines);
        ordered.sort(java.util.Comparator.comparing(Line::dueOn));
        return ordered;
    }

    /** The day by which a plan has asked for so much. */
    private static LocalDate coveredOn(List<Line> plan, Money amount) {
        Money upTo = Money.ZERO;
        for (Line line : plan) {
            upTo = upTo.plus(line.amount());
            if (!amount.isMoreThan(upTo)) {
                return line.dueOn();
            }
        }
        return plan.get(plan.size() - 1).dueOn();
    }

    private static boolean same(List<Line> before, List<Line> after) {
        return before.stream()
                .map(Line::planLine)
                .toList()
                .equals(after.stream().map(Line::planLine).toList());
    }

    private static Money sum(List<Line> lines, InstalmentKind kind) {
        return Money.sum(lines.stream()
                .filter(line -> line.kind() == kind)
                .map(Line::amount)
                .toList());
    }

    private Draft otherBuyers(ChangeForm form, Standing sale) {
        if (form.buyers() == null || form.buyers().isEmpty()) {
            return Draft.no(new BuyersMissing());
        }
        List<BuyerEntry> entries = form.buyers();
        Optional<Refusal> objection = changes.objectionTo(entries);
        if (objection.isPresent()) {
            return Draft.no(new NotPossible(form.kind(), objection.get()));
        }
        List<SealedBuyer> sealed = changes.seal(form.caseId(), entries);
        NewBuyers buyers = new NewBuyers(
                sale.buyers().stream()
                        .map(buyer -> new NewBuyers.Known(buyer.name(), buyer.maskedIdNo(), buyer.sharePercent()))
                        .toList(),
                sealed);
        return content(form, sale, null, null, buyers, null, null);
    }

    private Draft undone(ChangeForm form, Standing sale) {
        if (form.fault() == null) {
            return Draft.no(new FaultMissing());
        } else if (form.kind() == ChangeKind.FORFEIT && form.fault() != Fault.BUYER) {
            return Draft.no(new ForfeitNeedsBuyersFault());
        }
        Settlement settled = ledger.foresee(form.caseId(), form.fault());
        Undoing undoing = new Undoing(
                form.fault(),
                settled.deposit(),
                settled.otherMoney(),
                settled.forfeited(),
                settled.compensation(),
                settled.refund());
        return content(form, sale, null, null, null, null, undoing);
    }

    private static Draft content(
            ChangeForm form,
            Standing sale,
            MoreDays moreDays,
            NewPlan plan,
            NewBuyers buyers,
            NewUnit unit,
            Undoing undoing) {
        return new Draft(
                new ChangeContent(
                        form.caseId(),
                        sale.caseNo(),
                        sale.projectName(),
                        sale.unitNo(),
                        sale.customerName(),
                        form.kind(),
                        sale.stageName(),
                        sale.contract().isPresent(),
                        sale.asOf(),
                        moreDays,
                        plan,
                        buyers,
                        unit,
                        undoing,
                        form.fee() == null || form.fee().isZero() ? null : form.fee(),
                        form.reason()),
                null);
    }

    /** The lines as typed; a day that is still the one its rule gives stays counted from that event. */
    private List<Line> lines(ChangeForm form, Standing sale, Money price, PaymentTerms terms) {
        Map<String, InstalmentView> known = new HashMap<>();
        sale.plan().forEach(line -> known.put(key(line), line));
        PlanRequest request = plans.request(form.caseId(), price, terms, null, null);
        List<Line> lines = new ArrayList<>();
        for (PlanRow row : form.plan()) {
            InstalmentView was = known.get(row.key());
            boolean kept =
                    was != null && was.kind() == row.kind() && was.dueOn().equals(row.dueOn());
            PlanLine typed = new PlanLine(row.kind(), row.amount(), row.dueOn(), row.rule());
            boolean counted = planRules.dated(typed, request).dueOn().equals(row.dueOn());
            lines.add(new Line(
                    row.key() == null ? "n" + lines.size() : row.key(),
                    row.kind(),
                    row.amount(),
                    row.dueOn(),
                    kept ? was.rule() : counted ? row.rule() : null));
        }
        return List.copyOf(lines);
    }

    static Line line(InstalmentView line) {
        return new Line(key(line), line.kind(), line.amount(), line.dueOn(), line.rule());
    }

    static String key(InstalmentView line) {
        return Integer.toString(line.seq());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}

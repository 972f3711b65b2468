package cn.anchang.salescase;

import cn.anchang.customer.CustomerCard;
import cn.anchang.customer.IdNumbers;
import cn.anchang.customer.PersonalData;
import cn.anchang.inventory.HoldOutcome;
import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.inventory.SalesControl;
import cn.anchang.inventory.StepOutcome;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitState;
import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.Mortgages;
import cn.anchang.organization.Staff;
import cn.anchang.payment.Fault;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanOutcome.PlanOpened;
import cn.anchang.payment.PlanOutcome.PlanSumDiffers;
import cn.anchang.payment.PlanRequest;
import cn.anchang.payment.PlanRules;
import cn.anchang.payment.ReceiptOutcome;
import cn.anchang.payment.ReceiptView;
import cn.anchang.payment.Settlement;
import cn.anchang.payment.Statement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.salescase.ChangeOutcome.Changed;
import cn.anchang.salescase.ChangeOutcome.NotClearedYet;
import cn.anchang.salescase.ChangeOutcome.NothingChanges;
import cn.anchang.salescase.ChangeOutcome.OtherProject;
import cn.anchang.salescase.ChangeOutcome.PlanNoLongerFits;
import cn.anchang.salescase.ChangeOutcome.SaleMovedOn;
import cn.anchang.salescase.ChangeOutcome.UnitDelivered;
import cn.anchang.salescase.ExtensionOutcome.Extended;
import cn.anchang.salescase.ExtensionOutcome.ExtensionBeyondLimit;
import cn.anchang.salescase.FilingOutcome.FilingDayImpossible;
import cn.anchang.salescase.FilingOutcome.FilingNoUsed;
import cn.anchang.salescase.Standing.SignedContract;
import cn.anchang.salescase.SubscriptionForm.BuyerEntry;
import cn.anchang.salescase.SubscriptionOutcome.BuyerIdUnreadable;
import cn.anchang.salescase.SubscriptionOutcome.SharesDiffer;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an approved change is carried out in one piece: case, subscription, contract, ledger, board and milestones are switched and the
 * running process is told, or nothing is written and the answer says why. A sale is locked first, then its account, then the board.
 */
@Service
@Transactional
public class SalesChanges {

    private static final Set<CaseState> UNTIL_FILED =
            EnumSet.of(CaseState.SUBSCRIBED, CaseState.CONTRACTED, CaseState.FILED);

    /** Where a sale has to be for a change; whoever is past signing and its loan cannot go back there. */
    private static final Map<ChangeKind, Set<CaseState>> WHEN = Map.of(
            ChangeKind.EXTEND_SIGNING,
            EnumSet.of(CaseState.SUBSCRIBED),
            ChangeKind.RESCHEDULE,
            EnumSet.of(CaseState.SUBSCRIBED, CaseState.CONTRACTED, CaseState.FILED, CaseState.CHECKED),
            ChangeKind.DEFER_PAYMENT,
            EnumSet.of(CaseState.SUBSCRIBED, CaseState.CONTRACTED, CaseState.FILED, CaseState.CHECKED),
            ChangeKind.CHANGE_TERMS,
            UNTIL_FILED,
            ChangeKind.CHANGE_BUYERS,
            UNTIL_FILED,
            ChangeKind.EXCHANGE_UNIT,
            UNTIL_FILED,
            ChangeKind.WITHDRAW,
            EnumSet.of(CaseState.RESERVED, CaseState.SUBSCRIBED),
            ChangeKind.RETURN_UNIT,
            EnumSet.of(CaseState.CONTRACTED, CaseState.FILED, CaseState.CHECKED),
            ChangeKind.FORFEIT,
            EnumSet.of(CaseState.SUBSCRIBED));

    /** After these the contract is signed again, so that a sale must not be past it. */
    private static final Set<ChangeKind> SIGNED_ANEW =
            EnumSet.of(ChangeKind.CHANGE_TERMS, ChangeKind.CHANGE_BUYERS, ChangeKind.EXCHANGE_UNIT);

    private static final Set<ChangeKind> UNDOES =
            EnumSet.of(ChangeKind.WITHDRAW, ChangeKind.RETURN_UNIT, ChangeKind.FORFEIT);

    private static final Set<ChangeKind> RECEIPTS_COME_BACK = EnumSet.of(
            ChangeKind.CHANGE_BUYERS,
            ChangeKind.EXCHANGE_UNIT,
            ChangeKind.WITHDRAW,
            ChangeKind.RETURN_UNIT,
            ChangeKind.FORFEIT);

    private static final int LEDGER_REASON = 200;

    private final SalesCases cases;
    private final Subscriptions subscriptions;
    private final SalesContracts contracts;
    private final SaleChangeLog log;
    private final CaseFiles files;
    private final SalePlans salePlans;
    private final PlanRules planRules;
    private final Progress progress;
    private final Deadlines deadlines;
    private final SalesRules rules;
    private final SalesCaseProcess process;
    private final SalesControl salesControl;
    private final UnitCatalogue units;
    private final MortgageDesk mortgageDesk;
    private final Mortgages mortgages;
    private final Ledger ledger;
    private final PersonalData personalData;
    private final Staff staff;
    private final Sentences sentences;
    private final EntityManager entities;

    SalesChanges(
            SalesCases cases,
            Subscriptions subscriptions,
            SalesContracts contracts,
            SaleChangeLog log,
            CaseFiles files,
            SalePlans salePlans,
            PlanRules planRules,
            Progress progress,
            Deadlines deadlines,
            SalesRules rules,
            SalesCaseProcess process,
            SalesControl salesControl,
            UnitCatalogue units,
            MortgageDesk mortgageDesk,
            Mortgages mortgages,
            Ledger ledger,
            PersonalData personalData,
            Staff staff,
            Sentences sentences,
            EntityManager entities) {
        this.cases = cases;
        this.subscriptions = subscriptions;
        this.contracts = contracts;
        this.log = log;
        this.files = files;
        this.salePlans = salePlans;
        this.planRules = planRules;
        this.progress = progress;
        this.deadlines = deadlines;
        this.rules = rules;
        this.process = process;
        this.salesControl = salesControl;
        this.units = units;
        this.mortgageDesk = mortgageDesk;
        this.mortgages = mortgages;
        this.ledger = ledger;
        this.personalData = personalData;
        this.staff = staff;
        this.sentences = sentences;
        this.entities = entities;
    }

    /** Empty when there is no such case, or it has no unit yet. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(UUID caseId) {
        return files.of(caseId).filter(file -> file.salesCase().unit() != null).map(this::standing);
    }

    private Standing standing(CaseFile file) {
        SalesCase salesCase = file.salesCase();
        CustomerCard customer = file.customer();
        Optional<Subscription> subscription = file.subscription();
        Optional<Statement> money = file.money();
        List<InstalmentView> plan = money.map(Statement::instalments).orElse(List.of());
        Optional<SignedContract> contract = file.contract().map(SalesChanges::signed);
        return new Standing(
                salesCase.id(),
                salesCase.no(),
                salesCase.consultant(),
                salesCase.customerId(),
                customer.maskedName(),
                salesCase.projectId(),
                salesCase.projectName(),
                salesCase.unit().unitId(),
                salesCase.unit().unitNo(),
                salesCase.state(),
                stageName(salesCase),
                salePlans.price(salesCase.id()),
                salesCase.deposit() == null ? Money.ZERO : salesCase.deposit(),
                salesCase.depositOn(),
                subscription.map(Subscription::terms),
                file.buyers(),
                plan,
                subscription.map(Subscription::subscribedOn).orElse(null),
                subscription.map(Subscription::firstSignBy).orElse(null),
                subscription.map(Subscription::signBy).orElse(null),
                subscription.map(Subscription::extendedDays).orElse(0),
                contract,
                money.map(SalesChanges::valid).orElse(List.of()),
                money.map(Statement::received).orElse(Money.ZERO),
                money.map(Statement::unallocated).orElse(Money.ZERO),
                fingerprint(file, plan, contract));
    }

    private static SignedContract signed(SalesContract contract) {
        return new SignedContract(
                contract.no(),
                contract.signedOn(),
                contract.deliverOn(),
                contract.isFiled() ? contract.filingNo() : null,
                contract.isFiled() ? contract.filedOn() : null);
    }

    private static List<ReceiptView> valid(Statement money) {
        return money.receipts().stream().filter(ReceiptView::valid).toList();
    }

    private static String fingerprint(CaseFile file, List<InstalmentView> plan, Optional<SignedContract> contract) {
        String agreed = String.join(
                "|",
                file.salesCase().state().name(),
                String.valueOf(file.salesCase().unit().unitId()),
                file.subscription()
                        .map(signed -> signed.price() + " " + signed.terms() + " " + signed.signBy())
                        .orElse(""),
                file.buyers().toString(),
                plan.stream()
                        .map(line -> line.kind() + " " + line.amount() + " " + line.dueOn())
                        .collect(Collectors.joining(",")),
                contract.map(SignedContract::toString).orElse(""));
        return UUID.nameUUIDFromBytes(agreed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What was changed on the sale so far, the first change first. */
    @Transactional(readOnly = true)
    public List<SaleChange> changesOf(UUID caseId) {
        return log.findByCaseIdOrderByChangedAt(caseId);
    }

    /** Why such a change cannot be asked for as the sale stands; empty when it can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> objection(UUID caseId, ChangeKind kind) {
        return cases.findById(caseId).flatMap(salesCase -> outOfTurn(salesCase, kind));
    }

    private Optional<Refusal> outOfTurn(SalesCase salesCase, ChangeKind kind) {
        boolean possible = WHEN.get(kind).contains(salesCase.state())
                && !(SIGNED_ANEW.contains(kind) && isPastSigning(salesCase))
                && !(kind == ChangeKind.EXTEND_SIGNING
                        && !subscriptionOf(salesCase).isWaiting());
        if (!possible) {
            return Optional.of(new SaleMovedOn(kind, stageName(salesCase)));
        }
        return !UNDOES.contains(kind)
                ? Optional.empty()
                : units.unitOf(salesCase.id())
                        .filter(unit -> unit.state() == UnitState.DELIVERED)
                        .map(unit -> new UnitDelivered(unit.unitNo()));
    }

    private boolean isPastSigning(SalesCase salesCase) {
        return salesCase.state() == CaseState.CHECKED
                || progress.open(salesCase.id()).contains(Stage.CHECKLIST);
    }

    private String stageName(SalesCase salesCase) {
        return salesCase.state() != CaseState.CHECKED && isPastSigning(salesCase)
                ? sentences.name(Stage.CHECKLIST)
                : sentences.name(salesCase.state());
    }

    /** What has to be cleared before such a change is carried out. */
    @Transactional(readOnly = true)
    public List<Obstacle> obstacles(UUID caseId, ChangeKind kind) {
        List<Obstacle> found = new ArrayList<>();
        Optional<SalesContract> contract = contracts.findByCaseId(caseId).filter(SalesContract::isFiled);
        if (contract.isPresent() && (SIGNED_ANEW.contains(kind) || UNDOES.contains(kind))) {
            found.add(new Obstacle(
                    Obstacle.Kind.FILED,
                    sentences.text(
                            "obstacle.FILED",
                            contract.get().no(),
                            contract.get().filedOn(),
                            contract.get().filingNo())));
        }
        if ((SIGNED_ANEW.contains(kind) || UNDOES.contains(kind)) && mortgages.loanOpened(caseId)) {
            found.add(new Obstacle(Obstacle.Kind.LOAN_OPEN, sentences.text("obstacle.LOAN_OPEN")));
        }
        List<ReceiptView> receipts =
                ledger.statement(caseId).map(SalesChanges::valid).orElse(List.of());
        if (!receipts.isEmpty() && RECEIPTS_COME_BACK.contains(kind)) {
            found.add(new Obstacle(
                    Obstacle.Kind.RECEIPTS_OUT,
                    sentences.text(
                            "obstacle.RECEIPTS_OUT",
                            receipts.size(),
                            receipts.stream().map(ReceiptView::receiptNo).collect(Collectors.joining("、")))));
        }
        return List.copyOf(found);
    }

    /** The housing bureau has taken the contract off its file. Empty when that is noted, else why not. */
    public Optional<Refusal> filingRevoked(UUID caseId, String revocationNo, LocalDate on, String by) {
        SalesCase salesCase = locked(caseId);
        SalesContract contract = contracts.findByCaseId(caseId).orElseThrow();
        if (on.isAfter(deadlines.today()) || on.isBefore(contract.filedOn())) {
            return Optional.of(new FilingDayImpossible(on, contract.filedOn(), deadlines.today()));
        }
        StepOutcome moved = salesControl.revokeFiling(caseId);
        if (moved instanceof Refusal no) {
            return Optional.of(no);
        }
        contract.filingRevoked(revocationNo, on, by);
        salesCase.filingRevoked();
        return Optional.empty();
    }

    /**
     * The change for which the filing was revoked is given up: the contract is on file again, under a new number. Empty when that is
     * noted, else why not.
     */
    public Optional<Refusal> filedAgain(
            UUID caseId, ChangeKind kind, String filingNo, LocalDate on, String order, String by) {
        SalesCase salesCase = locked(caseId);
        SalesContract contract = contracts.findByCaseId(caseId).orElseThrow();
        Optional<SalesContract> twin = contracts.findByFilingNo(filingNo);
        if (twin.isPresent()) {
            return Optional.of(new FilingNoUsed(filingNo, twin.get().no()));
        } else if (on.isAfter(deadlines.today()) || on.isBefore(contract.revokedOn())) {
            return Optional.of(new FilingDayImpossible(on, contract.revokedOn(), deadlines.today()));
        } else if (salesControl.file(caseId) instanceof Refusal no) {
            return Optional.of(no);
        }
        String text = sentences.text("changed.FILED_AGAIN", contract.no(), contract.filingNo(), filingNo);
        contract.filed(filingNo, on);
        salesCase.filedAgain();
        log.save(new SaleChange(caseId, kind, order, text, text, by, deadlines.now()));
        return Optional.empty();
    }

    /** The buyer has handed these receipts back; they become void, the money stays received. Empty when done, else why not. */
    public Optional<Refusal> receiptsReturned(UUID caseId, List<UUID> receipts, String order, String by) {
        locked(caseId);
        String reason = sentences.text("change.receiptsReturned", order);
        for (UUID receipt : receipts) {
            ReceiptOutcome outcome = ledger.voidReceipt(receipt, reason, by);
            if (outcome instanceof Refusal no && !(outcome instanceof ReceiptOutcome.ReceiptAlreadyVoid)) {
                return Optional.of(no);
            }
        }
        return Optional.empty();
    }

    /** Why these cannot be the buyers; empty when they can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> objectionTo(List<BuyerEntry> buyers) {
        int shares = buyers.stream().mapToInt(BuyerEntry::sharePercent).sum();
        if (shares != 100) {
            return Optional.of(new SharesDiffer(shares));
        }
        return buyers.stream()
                .filter(buyer -> IdNumbers.read(buyer.idType(), buyer.idNo()).isEmpty())
                .findFirst()
                .map(buyer -> new BuyerIdUnreadable(buyer.name()));
    }

    /**
     * The buyers as a document may carry them (R35).
     *
     * @throws java.util.NoSuchElementException when an id number is unreadable
     */
    public List<SealedBuyer> seal(UUID caseId, List<BuyerEntry> buyers) {
        return buyers.stream().map(buyer -> sealed(caseId, buyer)).toList();
    }

    private SealedBuyer sealed(UUID caseId, BuyerEntry buyer) {
        String idNo = IdNumbers.read(buyer.idType(), buyer.idNo()).orElseThrow();
        boolean called = buyer.phone() != null && !buyer.phone().isBlank();
        return new SealedBuyer(
                buyer.name(),
                buyer.idType(),
                Masked.idNo(idNo),
                Base64.getEncoder().encodeToString(personalData.seal(idNo, caseId)),
                called ? Masked.phone(buyer.phone()) : "",
                called ? Base64.getEncoder().encodeToString(personalData.seal(buyer.phone(), caseId)) : null,
                buyer.sharePercent());
    }

    /** 延期签约: the sign-by day moves, and with it every clock that runs towards it (R06). */
    public ChangeOutcome extendSigning(
            UUID caseId, int days, Authority authority, String reason, String order, String by) {
        SalesCase salesCase = locked(caseId);
        Optional<ChangeOutcome> refusal = refusalOf(salesCase, ChangeKind.EXTEND_SIGNING);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Subscription subscription = subscriptionOf(salesCase);
        int most = rules.signing().most(authority);
        if (days > subscription.daysLeft(most)) {
            return new Declined(new ExtensionBeyondLimit(days, subscription.daysLeft(most), most));
        }
        LocalDate before = subscription.signBy();
        ExtensionOutcome outcome =
                subscription.extend(days, most, authority, by, reason, deadlines.now(), deadlines.today());
        if (!(outcome instanceof Extended extended)) {
            return new Declined((Refusal) outcome);
        }
        process.signingExtended(caseId, deadlines.signing(extended.until()));
        return done(
                salesCase,
                ChangeKind.EXTEND_SIGNING,
                order,
                reason,
                by,
                sentences.text("changed.EXTEND_SIGNING", before, extended.until(), days));
    }

    /** 付款计划调整 and 延期付款: same price, same terms. */
    public ChangeOutcome revisePlan(UUID caseId, List<PlanLine> lines, String reason, String order, String by) {
        SalesCase salesCase = locked(caseId);
        Optional<ChangeOutcome> refusal = refusalOf(salesCase, ChangeKind.RESCHEDULE);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Subscription subscription = subscriptionOf(salesCase);
        List<PlanLine> before = linesOf(caseId);
        if (same(before, lines)) {
            return new NothingChanges(ChangeKind.RESCHEDULE);
        }
        PlanRequest request = salePlans.request(caseId, subscription.price(), subscription.terms(), null, null);
        Optional<ChangeOutcome> objection = objectionTo(request, lines, caseId);
        if (objection.isPresent()) {
            return objection.get();
        }
        int revision = revise(caseId, subscription.price(), lines, reason, order, by);
        return done(
                salesCase,
                ChangeKind.RESCHEDULE,
                order,
                reason,
                by,
                sentences.text("changed.RESCHEDULE", revision, before.size(), lines.size()));
    }

    /** 付款方式变更: the contract has to say how the price is paid, so it is signed anew. */
    public ChangeOutcome changeTerms(
            UUID caseId, PaymentTerms terms, List<PlanLine> lines, String reason, String order, String by) {
        SalesCase salesCase = locked(caseId);
        Optional<ChangeOutcome> refusal = refusalOf(salesCase, ChangeKind.CHANGE_TERMS);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Subscription subscription = subscriptionOf(salesCase);
        if (subscription.terms() == terms && same(linesOf(caseId), lines)) {
            return new NothingChanges(ChangeKind.CHANGE_TERMS);
        }
        PlanRequest request = salePlans.request(caseId, subscription.price(), terms, null, null);
        Optional<ChangeOutcome> objection = objectionTo(request, lines, caseId);
        if (objection.isPresent()) {
            return objection.get();
        }
        String text =
                sentences.text("changed.CHANGE_TERMS", sentences.name(subscription.terms()), sentences.name(terms));
        voidContract(salesCase, reason, order, by);
        revise(caseId, subscription.price(), lines, reason, order, by);
        subscription.paidBy(terms);
        signAnew(salesCase, subscription, ChangeKind.CHANGE_TERMS, reason, order, by);
        return done(salesCase, ChangeKind.CHANGE_TERMS, order, reason, by, text);
    }

    /** 更名/增减权益人: the contract names its buyers, so it is signed anew. */
    public ChangeOutcome changeBuyers(UUID caseId, List<SealedBuyer> buyers, String reason, String order, String by) {
        SalesCase salesCase = locked(caseId);
        Optional<ChangeOutcome> refusal = refusalOf(salesCase, ChangeKind.CHANGE_BUYERS);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        int shares = buyers.stream().mapToInt(SealedBuyer::sharePercent).sum();
        if (shares != 100) {
            return new Declined(new SharesDiffer(shares));
        }
        Subscription subscription = subscriptionOf(salesCase);
        String text = sentences.text(
                "changed.CHANGE_BUYERS",
                names(subscription.buyers().stream().map(Buyer::name).toList()),
                names(buyers.stream().map(SealedBuyer::name).toList()));
        voidContract(salesCase, reason, order, by);
        subscription.boughtBy(buyers.stream().map(SalesChanges::opened).toList());
        signAnew(salesCase, subscription, ChangeKind.CHANGE_BUYERS, reason, order, by);
        return done(salesCase, ChangeKind.CHANGE_BUYERS, order, reason, by, text);
    }

    private static String names(List<String> names) {
        return names.stream().map(Masked::name).collect(Collectors.joining("、"));
    }

    private static Buyer opened(SealedBuyer buyer) {
        return new Buyer(
                buyer.name(),
                buyer.idType(),
                Base64.getDecoder().decode(buyer.idSealed()),
                buyer.phoneSealed() == null ? null : Base64.getDecoder().decode(buyer.phoneSealed()),
                buyer.sharePercent());
    }

    /** 换房: the new unit is taken first, at the price of the day; the old one goes back on the board and the money moves along. */
    public ChangeOutcome exchangeUnit(
            UUID caseId, UUID unitId, Money price, List<PlanLine> lines, String reason, String order, String by) {
        SalesCase salesCase = locked(caseId);
        Optional<ChangeOutcome> refusal = refusalOf(salesCase, ChangeKind.EXCHANGE_UNIT);
        if (refusal.isPresent()) {
            return refusal.get();
        } else if (salesCase.unit().unitId().equals(unitId)) {
            return new NothingChanges(ChangeKind.EXCHANGE_UNIT);
        } else if (!units.isInProject(unitId, salesCase.projectId())) {
            return new OtherProject(salesCase.projectName());
        }
        Subscription subscription = subscriptionOf(salesCase);
        PlanRequest request = salePlans.request(caseId, price, subscription.terms(), null, null);
        Optional<ChangeOutcome> objection = objectionTo(request, lines, caseId);
        if (objection.isPresent()) {
            return objection.get();
        }
        HoldOutcome exchanged = salesControl.exchange(caseId, unitId, staff.displayName(salesCase.consultant()), price);
        if (exchanged instanceof Refusal no) {
            return new Declined(no);
        }
        OccupiedUnit unit = units.unitOf(caseId).orElseThrow();
        String text = sentences.text(
                "changed.EXCHANGE_UNIT", subscription.unitNo(), subscription.price(), unit.unitNo(), price);
        contracts
                .findByCaseId(caseId)
                .ifPresent(contract -> contract.makeVoid(true, deadlines.today(), reason, order, by));
        revise(caseId, price, lines, reason, order, by);
        salesCase.signAnew();
        salesCase.exchanged(SalesDesk.snapshotOf(unit));
        subscription.exchanged(salesCase.unit(), price);
        signAnew(salesCase, subscription, ChangeKind.EXCHANGE_UNIT, reason, order, by);
        return done(salesCase, ChangeKind.EXCHANGE_UNIT, order, reason, by, text);
    }

    /** 退定, 退房 or 挞定: the sale is interrupted, its money settled by whose fault it was (R20), its unit freed. */
    public ChangeOutcome undo(UUID caseId, UndoKind kind, Fault fault, String reason, String order, String by) {
        SalesCase salesCase = locked(caseId);
        Optional<ChangeOutcome> refusal = refusalOf(salesCase, kind.change());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Settlement foreseen = ledger.foresee(caseId, fault);
        contracts
                .findByCaseId(caseId)
                .ifPresent(contract -> contract.makeVoid(false, deadlines.today(), reason, order, by));
        subscriptions
                .findByCaseId(caseId)
                .ifPresent(subscription -> subscription.undone(kind, fault, by, reason, deadlines.now()));
        if (isLending(caseId)) {
            mortgageDesk.close(caseId, reason, by);
        }
        salesCase.undoing(kind, fault, reason, order, by);
        ChangeOutcome done = done(
                salesCase,
                kind.change(),
                order,
                reason,
                by,
                sentences.text(
                        "changed.UNDONE",
                        sentences.name(kind),
                        salesCase.unit().unitNo(),
                        foreseen.forfeited(),
                        foreseen.refund()));
        process.withdrawalApproved(caseId, kind);
        return done;
    }

    private Optional<ChangeOutcome> refusalOf(SalesCase salesCase, ChangeKind kind) {
        Optional<Refusal> early = outOfTurn(salesCase, kind);
        if (early.isPresent()) {
            return Optional.of(early.get() instanceof ChangeOutcome said ? said : new Declined(early.get()));
        }
        List<Obstacle> left = obstacles(salesCase.id(), kind);
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NotClearedYet(left.stream().map(Obstacle::text).toList()));
    }

    private Optional<ChangeOutcome> objectionTo(PlanRequest request, List<PlanLine> lines, UUID caseId) {
        Optional<Refusal> objection =
                planRules.check(request, lines).or(() -> ledger.objectionToPlan(caseId, request.price(), lines));
        return objection.map(no -> no instanceof PlanSumDiffers differs
                ? new PlanNoLongerFits(differs.price(), differs.sum())
                : new Declined(no));
    }

    /** @throws IllegalStateException when the ledger says no after all: nothing of the change is kept then */
    private int revise(UUID caseId, Money price, List<PlanLine> lines, String reason, String order, String by) {
        String why = sentences.text("change.planReason", order, reason);
        String kept = why.length() <= LEDGER_REASON ? why : why.substring(0, LEDGER_REASON - 1) + "…";
        if (ledger.revisePlan(caseId, price, lines, kept, by) instanceof PlanOpened opened) {
            return opened.revision();
        }
        throw new IllegalStateException("The plan of %s was looked at and is refused".formatted(caseId));
    }

    private List<PlanLine> linesOf(UUID caseId) {
        return ledger.statement(caseId).orElseThrow().instalments().stream()
                .map(InstalmentView::line)
                .toList();
    }

    private static boolean same(List<PlanLine> before, List<PlanLine> after) {
        return said(before).equals(said(after));
    }

    private static List<String> said(List<PlanLine> lines) {
        return lines.stream()
                .map(line -> line.kind() + " " + line.amount() + " " + line.dueOn())
                .toList();
    }

    /** A contract signed before stays as a void row; without one there is nothing to do. */
    private void voidContract(SalesCase salesCase, String reason, String order, String by) {
        Optional<SalesContract> contract = contracts.findByCaseId(salesCase.id());
        if (contract.isPresent()) {
            if (salesControl.voidContract(salesCase.id()) instanceof Refusal) {
                throw new IllegalStateException(salesCase.no() + " has a contract, and its unit has none");
            }
            contract.get().makeVoid(true, deadlines.today(), reason, order, by);
        }
    }

    /** The days to sign begin again (R05), and never end earlier than they did. */
    private void signAnew(
            SalesCase salesCase, Subscription subscription, ChangeKind kind, String reason, String order, String by) {
        UUID caseId = salesCase.id();
        LocalDate today = deadlines.today();
        LocalDate again = today.plusDays(rules.signing().days());
        LocalDate signBy = again.isAfter(subscription.signBy()) ? again : subscription.signBy();
        salesCase.signAnew();
        subscription.signAnew(signBy);
        entities.flush();
        boolean paid = ledger.dueBySigningPaid(caseId);
        boolean lending = isLending(caseId);
        progress.leaveAll(caseId);
        progress.enter(caseId, paid ? Stage.CONTRACT : Stage.FIRST_PAYMENT, signBy);
        if (!paid) {
            progress.plan(caseId, Stage.CONTRACT, today, signBy);
        }
        progress.plan(
                caseId, Stage.FILING, signBy, signBy.plusDays(rules.filing().days()));
        SigningStart start =
                new SigningStart(deadlines.signing(signBy), salesCase.unit().unitNo(), subscription.terms(), paid);
        if (lending && kind == ChangeKind.CHANGE_TERMS) {
            process.termsChanged(caseId, start);
            mortgageDesk.termsChanged(caseId, order, by);
        } else {
            if (lending) {
                mortgageDesk.close(caseId, reason, by);
            }
            process.mustSignAnew(caseId, start);
        }
    }

    private boolean isLending(UUID caseId) {
        return progress.open(caseId).contains(Stage.LOAN);
    }

    private ChangeOutcome done(
            SalesCase salesCase, ChangeKind kind, String order, String reason, String by, String text) {
        log.save(new SaleChange(salesCase.id(), kind, order, text, reason, by, deadlines.now()));
        return new Changed(text);
    }

    /** Waits for whoever is changing the sale, then reads it anew. */
    private SalesCase locked(UUID caseId) {
        SalesCase salesCase = cases.findById(caseId).orElseThrow();
        entities.refresh(salesCase, LockModeType.PESSIMISTIC_WRITE);
        subscriptions.findByCaseId(caseId).ifPresent(entities::refresh);
        contracts.findByCaseId(caseId).ifPresent(entities::refresh);
        return salesCase;
    }

    private Subscription subscriptionOf(SalesCase salesCase) {
        return subscriptions.findByCaseId(salesCase.id()).orElseThrow();
    }
}

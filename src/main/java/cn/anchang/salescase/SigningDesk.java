package cn.anchang.salescase;

import cn.anchang.customer.CustomerDesk;
import cn.anchang.customer.CustomerState;
import cn.anchang.customer.IdNumbers;
import cn.anchang.customer.PersonalData;
import cn.anchang.inventory.PermitCheck;
import cn.anchang.inventory.SalesControl;
import cn.anchang.inventory.StepOutcome;
import cn.anchang.organization.Staff;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanOutcome;
import cn.anchang.payment.PlanRequest;
import cn.anchang.payment.PlanRules;
import cn.anchang.payment.ReceiveOutcome;
import cn.anchang.payment.ReceiveOutcome.AwaitingSecondPerson;
import cn.anchang.payment.RefundPaid;
import cn.anchang.payment.RefundTo;
import cn.anchang.payment.Settlement;
import cn.anchang.payment.Statement;
import cn.anchang.salescase.ContractOutcome.ContractSigned;
import cn.anchang.salescase.ContractOutcome.DeliveryBeforeSigning;
import cn.anchang.salescase.ContractOutcome.FirstMoneyOpen;
import cn.anchang.salescase.ContractOutcome.SigningDayImpossible;
import cn.anchang.salescase.ContractOutcome.TotalDiffers;
import cn.anchang.salescase.ExtensionOutcome.DaysMissing;
import cn.anchang.salescase.ExtensionOutcome.NotYourAuthority;
import cn.anchang.salescase.FilingOutcome.ContractFiled;
import cn.anchang.salescase.FilingOutcome.FilingDayImpossible;
import cn.anchang.salescase.FilingOutcome.FilingNoUsed;
import cn.anchang.salescase.FirstPaymentOutcome.FirstMoneyAwaiting;
import cn.anchang.salescase.FirstPaymentOutcome.FirstPaymentIn;
import cn.anchang.salescase.OverdueOutcome.ForfeitProposed;
import cn.anchang.salescase.RefundOutcome.MoneyReturned;
import cn.anchang.salescase.RefundOutcome.RefundDiffers;
import cn.anchang.salescase.RulingOutcome.DepositForfeited;
import cn.anchang.salescase.RulingOutcome.FaultMissing;
import cn.anchang.salescase.SubscriptionForm.BuyerEntry;
import cn.anchang.salescase.SubscriptionOutcome.BuyerIdUnreadable;
import cn.anchang.salescase.SubscriptionOutcome.DepositLineDiffers;
import cn.anchang.salescase.SubscriptionOutcome.DepositNotReceived;
import cn.anchang.salescase.SubscriptionOutcome.DueAfterSigning;
import cn.anchang.salescase.SubscriptionOutcome.DueInThePast;
import cn.anchang.salescase.SubscriptionOutcome.SharesDiffer;
import cn.anchang.salescase.SubscriptionOutcome.Subscribed;
import cn.anchang.shared.DocumentNumbers;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a sale is signed: subscription, first money, contract, filing, and what happens when the buyer does not sign. */
@Service
@Transactional
public class SigningDesk {

    private static final int LEDGER_REASON = 200;

    private final SalesCases cases;
    private final Subscriptions subscriptions;
    private final SalesContracts contracts;
    private final Progress progress;
    private final Reminders reminders;
    private final Deadlines deadlines;
    private final SalesRules rules;
    private final SalePlans plans;
    private final PlanRules planRules;
    private final ObjectProvider<SpecialPrices> specialPrices;
    private final CustomerDesk customers;
    private final PersonalData personalData;
    private final SalesControl salesControl;
    private final Ledger ledger;
    private final Staff staff;
    private final DocumentNumbers numbers;

    SigningDesk(
            SalesCases cases,
            Subscriptions subscriptions,
            SalesContracts contracts,
            Progress progress,
            Reminders reminders,
            Deadlines deadlines,
            SalesRules rules,
            SalePlans plans,
            PlanRules planRules,
            ObjectProvider<SpecialPrices> specialPrices,
            CustomerDesk customers,
            PersonalData personalData,
            SalesControl salesControl,
            Ledger ledger,
            Staff staff,
            DocumentNumbers numbers) {
        this.cases = cases;
        this.subscriptions = subscriptions;
        this.contracts = contracts;
        this.progress = progress;
        this.reminders = reminders;
        this.deadlines = deadlines;
        this.rules = rules;
        this.plans = plans;
        this.planRules = planRules;
        this.specialPrices = specialPrices;
        this.customers = customers;
        this.personalData = personalData;
        this.salesControl = salesControl;
        this.ledger = ledger;
        this.staff = staff;
        this.numbers = numbers;
    }

    /** 签订认购协议书: fixes buyers, price and plan; the unit becomes 认购, and the days to sign are counted from today (R05). */
    public SubscriptionOutcome subscribe(UUID caseId, SubscriptionForm form, String actor) {
        SalesCase salesCase = caseOf(caseId);
        LocalDate today = deadlines.today();
        LocalDate signBy = today.plusDays(rules.signing().days());
        PermitCheck permit = salesControl.mayTakeMoneyFor(caseId);
        if (permit instanceof Refusal no) {
            return new Declined(no);
        }
        Optional<SpecialPrice> special = plans.specialPrice(caseId).filter(SpecialPrice::holds);
        PlanRequest request = plans.request(
                caseId, plans.price(caseId), form.paymentMethod(), form.commercialLoan(), form.fundLoan());
        List<PlanLine> plan = form.plan().stream()
                .map(line -> planRules.dated(line.line(), request))
                .toList();
        Optional<SubscriptionOutcome> refusal = refusalOf(form, plan, salesCase, signBy)
                .or(() -> special.flatMap(approved -> plans.departure(approved, request, plan)))
                .or(() -> planRules.check(request, plan).map(Declined::new));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        PlanOutcome opened = ledger.openPlan(caseId, request.price(), plan, actor);
        if (opened instanceof Refusal no) {
            return new Declined(no);
        }
        StepOutcome moved = salesControl.subscribe(caseId);
        if (moved instanceof Refusal no) {
            return new Declined(no);
        }
        Subscription subscription = subscriptions.save(new Subscription(
                caseId,
                numbers.next("RG"),
                salesCase.unit(),
                special,
                salesCase.deposit(),
                form.paymentMethod(),
                form.buyers().stream().map(buyer -> sealed(buyer, caseId)).toList(),
                today,
                signBy));
        special.ifPresent(approved -> specialPrices.getObject().used(approved.id(), subscription.id(), actor));
        salesCase.subscribed();
        customers.advance(salesCase.customerId(), CustomerState.SUBSCRIBED);
        progress.leave(caseId, Stage.SUBSCRIPTION);
        progress.enter(caseId, Stage.FIRST_PAYMENT, signBy);
        progress.plan(caseId, Stage.CONTRACT, today, signBy);
        progress.plan(
                caseId, Stage.FILING, signBy, signBy.plusDays(rules.filing().days()));
        return new Subscribed(
                subscription.no(), subscription.terms(), deadlines.signing(signBy), ledger.dueBySigningPaid(caseId));
    }

    private Optional<SubscriptionOutcome> refusalOf(
            SubscriptionForm form, List<PlanLine> plan, SalesCase salesCase, LocalDate signBy) {
        int shares = form.buyers().stream().mapToInt(BuyerEntry::sharePercent).sum();
        if (shares != 100) {
            return Optional.of(new SharesDiffer(shares));
        }
        Optional<BuyerEntry> unreadable = form.buyers().stream()
                .filter(buyer -> IdNumbers.read(buyer.idType(), buyer.idNo()).isEmpty())
                .findFirst();
        if (unreadable.isPresent()) {
            return Optional.of(new BuyerIdUnreadable(unreadable.get().name()));
        }
        for (PlanLine line : plan) {
            if (line.kind() != InstalmentKind.DEPOSIT && line.dueOn().isBefore(deadlines.today())) {
                return Optional.of(new DueInThePast(line.kind(), line.dueOn()));
            } else if (line.kind().dueBySigning() && line.dueOn().isAfter(signBy)) {
                return Optional.of(new DueAfterSigning(line.kind(), line.dueOn(), signBy));
            }
        }
        Money planned = Money.sum(plan.stream()
                .filter(line -> line.kind() == InstalmentKind.DEPOSIT)
                .map(PlanLine::amount)
                .toList());
        Money received =
                ledger.statement(salesCase.id()).map(Statement::received).orElse(Money.ZERO);
        if (!planned.equals(salesCase.deposit())) {
            return Optional.of(new DepositLineDiffers(planned, salesCase.deposit()));
        } else if (salesCase.deposit().isMoreThan(received)) {
            return Optional.of(new DepositNotReceived(received, salesCase.deposit()));
        }
        return Optional.empty();
    }

    private Buyer sealed(BuyerEntry buyer, UUID caseId) {
        String idNo = IdNumbers.read(buyer.idType(), buyer.idNo()).orElseThrow();
        return new Buyer(
                buyer.name(),
                buyer.idType(),
                personalData.seal(idNo, caseId),
                buyer.phone() == null ? null : personalData.seal(buyer.phone(), caseId),
                buyer.sharePercent());
    }

    /** 收取首期或全款, one payment at a time until everything due by signing is in (R07). Money finance entered elsewhere counts. */
    public FirstPaymentOutcome takeFirstPayment(UUID caseId, MoneyForm form, String actor) {
        boolean alreadyIn = ledger.dueBySigningPaid(caseId) && form.amount().isZero();
        Money pending = ledger.pending(caseId, false);
        if (pending.isPositive() && !ledger.restBySigning(caseId).isMoreThan(pending)) {
            return new FirstMoneyAwaiting(pending);
        }
        if (!alreadyIn) {
            PermitCheck permit = salesControl.mayTakeMoneyFor(caseId);
            if (permit instanceof Refusal no) {
                return new Declined(no);
            }
            ReceiveOutcome received = ledger.receive(
                    caseId,
                    new MoneyIn(
                            itemOf(caseId),
                            form.amount(),
                            form.method(),
                            form.payer(),
                            form.bankSerial(),
                            form.paidOn()),
                    actor);
            if (received instanceof Refusal no) {
                return new Declined(no);
            } else if (received instanceof AwaitingSecondPerson) {
                return new FirstPaymentIn(false, ledger.restBySigning(caseId));
            }
        }
        Money rest = ledger.restBySigning(caseId);
        if (rest.isZero()) {
            progress.leave(caseId, Stage.FIRST_PAYMENT);
            progress.enter(caseId, Stage.CONTRACT, subscriptionOf(caseId).signBy());
        }
        return new FirstPaymentIn(rest.isZero(), rest);
    }

    private Item itemOf(UUID caseId) {
        boolean inFull = ledger.statement(caseId).orElseThrow().instalments().stream()
                .anyMatch(line -> line.kind() == InstalmentKind.FULL);
        return inFull ? Item.FULL_PAYMENT : Item.FIRST_PAYMENT;
    }

    /**
     * 签订商品房买卖合同: after the first money (R07), at the plan's total to the cent. Filing is due from the day of signing (R13), and so are
     * the plan's lines that are counted from it.
     */
    public ContractOutcome sign(UUID caseId, ContractForm form, String actor) {
        SalesCase salesCase = caseOf(caseId);
        Subscription subscription = subscriptionOf(caseId);
        LocalDate today = deadlines.today();
        Money rest = ledger.restBySigning(caseId);
        if (rest.isPositive()) {
            return new FirstMoneyOpen(rest);
        } else if (!form.total().equals(subscription.price())) {
            return new TotalDiffers(form.total(), subscription.price());
        } else if (form.signedOn().isAfter(today) || form.signedOn().isBefore(subscription.subscribedOn())) {
            return new SigningDayImpossible(form.signedOn(), subscription.subscribedOn(), today);
        } else if (form.deliverOn().isBefore(form.signedOn())) {
            return new DeliveryBeforeSigning(form.deliverOn());
        }
        StepOutcome moved = salesControl.contract(caseId);
        if (moved instanceof Refusal no) {
            return new Declined(no);
        }
        LocalDate fileBy = form.signedOn().plusDays(rules.filing().days());
        SalesContract contract = contracts.save(new SalesContract(
                subscription,
                numbers.next("HT"),
                form.total(),
                form.signedOn(),
                form.deliverOn(),
                form.penaltyTerms(),
                form.lateFeePerTenThousand() == null ? null : BigDecimal.valueOf(form.lateFeePerTenThousand(), 2),
                fileBy));
        ledger.redate(caseId, form.signedOn(), form.deliverOn(), actor);
        subscription.contracted();
        salesCase.contracted();
        customers.advance(salesCase.customerId(), CustomerState.CONTRACTED);
        progress.leave(caseId, Stage.CONTRACT);
        progress.plan(caseId, Stage.FILING, form.signedOn(), fileBy);
        progress.enter(caseId, Stage.FILING, fileBy);
        progress.plan(caseId, Stage.HANDOVER, form.deliverOn(), form.deliverOn());
        return new ContractSigned(
                contract.no(),
                deadlines.endOf(fileBy),
                deadlines.morningOf(form.signedOn().plusDays(rules.filing().warnOnDay())));
    }

    /** The sign-by day is near (R05): consultant and customer are told. */
    public void remindSigning(UUID caseId) {
        reminders.tellConsultantAndCustomer(
                caseOf(caseId), NoticeKind.SIGNING_DUE, subscriptionOf(caseId).signBy());
    }

    /** 处理逾期未签约: more time within the site manager's authority (R06), or 挞定 is proposed to 总经理. */
    public OverdueOutcome handleOverdue(UUID caseId, OverdueForm form, String actor) {
        if (!staff.isSiteManager(actor)) {
            return new NotYourAuthority(Authority.SITE_MANAGER);
        }
        Subscription subscription = subscriptionOf(caseId);
        if (form.decision() == OverdueDecision.FORFEIT) {
            subscription.proposeForfeit(actor, form.reason(), deadlines.now());
            return new ForfeitProposed();
        }
        return extend(
                subscription,
                form.days(),
                rules.signing().siteManagerDays(),
                Authority.SITE_MANAGER,
                form.reason(),
                actor);
    }

    /** 裁定挞定: 总经理 says whose fault it was, or gives more time. */
    public RulingOutcome rule(UUID caseId, RulingForm form, String actor) {
        if (!staff.isMember(actor, Staff.MANAGEMENT)) {
            return new NotYourAuthority(Authority.MANAGEMENT);
        }
        Subscription subscription = subscriptionOf(caseId);
        if (!form.forfeited()) {
            return extend(
                    subscription,
                    form.days(),
                    rules.signing().managementDays(),
                    Authority.MANAGEMENT,
                    form.reason(),
                    actor);
        } else if (form.fault() == null) {
            return new FaultMissing();
        }
        subscription.forfeit(form.fault(), actor, form.reason(), deadlines.now());
        caseOf(caseId).undoing(UndoKind.FORFEITED, form.fault(), form.reason(), null, actor);
        return new DepositForfeited(form.fault());
    }

    /** The ledger keeps a reason of 200 characters; the whole ruling stands with the subscription. */
    private static String shortened(String reason) {
        return reason.length() <= LEDGER_REASON ? reason : reason.substring(0, LEDGER_REASON - 1) + "…";
    }

    private ExtensionOutcome extend(
            Subscription subscription, Integer days, int limit, Authority authority, String reason, String actor) {
        return days == null
                ? new DaysMissing()
                : subscription.extend(days, limit, authority, actor, reason, deadlines.now(), deadlines.today());
    }

    /** When an extended sign-by day will have been missed. */
    public Instant missed(LocalDate signBy) {
        return deadlines.missed(signBy);
    }

    /** The last moment of an extended sign-by day. */
    public Instant endOf(LocalDate signBy) {
        return deadlines.endOf(signBy);
    }

    /**
     * 处置定金 of an undone sale by whose fault it was (R20); other money goes back whoever is at fault.
     *
     * @return whether finance has to pay money back
     */
    public boolean settleUndone(UUID caseId) {
        SalesCase salesCase = caseOf(caseId);
        Settlement settlement = ledger.settle(caseId, salesCase.undoFault(), salesCase.undoneBy());
        customers.dealUndone(salesCase.customerId());
        progress.leaveAll(caseId);
        return settlement.refund().isPositive();
    }

    /** 办理退款: all that is owed to each in one sum, a lender its own money, by finance (R33); then the case is closed. */
    public RefundOutcome refund(UUID caseId, RefundForm form, String actor) {
        RefundTo to = form.to() == null ? refundFirst(caseId) : form.to();
        Money due = ledger.refundDue(caseId, to);
        if (!form.amount().equals(due)) {
            return new RefundDiffers(to, form.amount(), due);
        }
        SalesCase salesCase = caseOf(caseId);
        cn.anchang.payment.RefundOutcome outcome = ledger.refund(
                caseId,
                new RefundPaid(
                        to,
                        form.amount(),
                        form.method(),
                        form.payee(),
                        form.bankSerial(),
                        form.paidOn(),
                        shortened(salesCase.closeReason())),
                actor);
        if (outcome instanceof Refusal no) {
            return new Declined(no);
        }
        Money rest = ledger.refundDue(caseId);
        if (!rest.isPositive()) {
            salesCase.undone(deadlines.now());
        }
        return new MoneyReturned(form.amount(), rest);
    }

    /** Who is paid back first: a lender, as long as it is owed anything. */
    @Transactional(readOnly = true)
    public RefundTo refundFirst(UUID caseId) {
        return ledger.refundDue(caseId, RefundTo.LENDER).isPositive() ? RefundTo.LENDER : RefundTo.BUYER;
    }

    /** 办理网签备案 (R13). */
    public FilingOutcome file(UUID caseId, FilingForm form) {
        SalesContract contract = contractOf(caseId);
        Optional<SalesContract> twin = contracts.findByFilingNo(form.filingNo());
        if (twin.isPresent()) {
            return new FilingNoUsed(form.filingNo(), twin.get().no());
        } else if (form.filedOn().isAfter(deadlines.today()) || form.filedOn().isBefore(contract.signedOn())) {
            return new FilingDayImpossible(form.filedOn(), contract.signedOn(), deadlines.today());
        }
        StepOutcome moved = salesControl.file(caseId);
        if (moved instanceof Refusal no) {
            return new Declined(no);
        }
        contract.filed(form.filingNo(), form.filedOn());
        caseOf(caseId).filed();
        progress.leave(caseId, Stage.FILING);
        boolean byLoan = subscriptionOf(caseId).terms().byLoan();
        if (byLoan) {
            progress.enter(caseId, Stage.LOAN, loanDueOn(caseId));
        } else {
            progress.enter(caseId, Stage.CHECKLIST);
        }
        return new ContractFiled(form.filingNo(), byLoan);
    }

    /** When the last of a lender's money is due. */
    private LocalDate loanDueOn(UUID caseId) {
        return ledger.statement(caseId).orElseThrow().instalments().stream()
                .filter(line -> line.kind().byLender())
                .map(Statement.InstalmentView::dueOn)
                .max(LocalDate::compareTo)
                .orElseGet(deadlines::today);
    }

    /** Contract, filing and loan are through: what remains of the sale does not lead back to them. */
    public void dealReleased(UUID caseId) {
        if (progress.open(caseId).contains(Stage.LOAN)) {
            progress.leave(caseId, Stage.LOAN);
            progress.enter(caseId, Stage.CHECKLIST);
        }
    }

    /** Filing is due soon (R13): the consultant is told. */
    public void remindFiling(UUID caseId) {
        reminders.tellConsultant(
                caseOf(caseId), NoticeKind.FILING_DUE, contractOf(caseId).fileBy());
    }

    private SalesCase caseOf(UUID caseId) {
        return cases.findById(caseId).orElseThrow();
    }

    private Subscription subscriptionOf(UUID caseId) {
        return subscriptions.findByCaseId(caseId).orElseThrow();
    }

    private SalesContract contractOf(UUID caseId) {
        return contracts.findByCaseId(caseId).orElseThrow();
    }
}

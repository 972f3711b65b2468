package cn.anchang.payment;

import static java.util.stream.Collectors.groupingBy;

import cn.anchang.payment.Foreseen.Part;
import cn.anchang.payment.OpenOutcome.AccountInUse;
import cn.anchang.payment.OpenOutcome.AccountOpened;
import cn.anchang.payment.PlanOutcome.FirstPaymentMissing;
import cn.anchang.payment.PlanOutcome.NoPlanYet;
import cn.anchang.payment.PlanOutcome.PlanExists;
import cn.anchang.payment.PlanOutcome.PlanLineNotPositive;
import cn.anchang.payment.PlanOutcome.PlanOpened;
import cn.anchang.payment.PlanOutcome.PlanSumDiffers;
import cn.anchang.payment.ReceiveOutcome.BankSerialUsed;
import cn.anchang.payment.ReceiveOutcome.OnlyDepositYet;
import cn.anchang.payment.RefundOutcome.NothingToRefund;
import cn.anchang.payment.RefundOutcome.RefundTooLarge;
import cn.anchang.payment.RefundOutcome.Refunded;
import cn.anchang.payment.RefundReverseOutcome.RefundAlreadyReversed;
import cn.anchang.payment.RefundReverseOutcome.RefundReversed;
import cn.anchang.payment.ReverseOutcome.AlreadyReversed;
import cn.anchang.payment.ReverseOutcome.NotConfirmedYet;
import cn.anchang.payment.ReverseOutcome.PaymentRefunded;
import cn.anchang.payment.ReverseOutcome.PaymentReversed;
import cn.anchang.payment.ReviewOutcome.AlreadyReviewed;
import cn.anchang.payment.ReviewOutcome.ReviewedByWhoEntered;
import cn.anchang.shared.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One sale's money. Guards that the plan's lines make the price to the cent, that no payment is spent twice, that nothing turns
 * negative, and that every act leaves a row saying who did it, when and why.
 */
@Entity
@Table(name = "accounts")
class Account {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "book_id")
    private ReceiptBook book;

    private Money price;
    private String openedBy;
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private Fault fault;

    private String settledBy;
    private Instant settledAt;
    private int acts;

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL)
    @OrderBy("revision")
    private List<PaymentPlan> plans = new ArrayList<>();

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL)
    @OrderBy("seq")
    private List<Payment> payments = new ArrayList<>();

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL)
    @OrderBy("seq")
    private List<Refund> refunds = new ArrayList<>();

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL)
    @OrderBy("seq")
    private List<LedgerAct> journal = new ArrayList<>();

    @Version
    private Long version;

    protected Account() {}

    Account(UUID id, ReceiptBook book, Money price, Act act) {
        this.id = id;
        this.book = book;
        this.price = price;
        this.openedBy = act.who();
        this.openedAt = act.at();
        note(LedgerActKind.OPENED, book.code(), price, null, act);
    }

    UUID projectId() {
        return book.projectId();
    }

    /** Opened again for another unit while it holds no money: book and price follow. Otherwise only the same again is fine. */
    OpenOutcome reopen(ReceiptBook book, Money price, Act act) {
        if (isSettled()) {
            return new AccountSettled();
        }
        if (this.book.id().equals(book.id()) && this.price.equals(price)) {
            return new AccountOpened(price);
        }
        if (!plans.isEmpty() || received().isPositive()) {
            return new AccountInUse(price());
        }
        this.book = book;
        this.price = price;
        note(LedgerActKind.OPENED, book.code(), price, null, act);
        return new AccountOpened(price);
    }

    PlanOutcome openPlan(Money price, List<PlanLine> lines, DepositCap cap, Act act) {
        if (!plans.isEmpty()) {
            return new PlanExists(currentPlan().orElseThrow().revision());
        }
        return draw(price, lines, "签订认购协议书", cap, act);
    }

    PlanOutcome revisePlan(Money price, List<PlanLine> lines, String reason, DepositCap cap, Act act) {
        if (plans.isEmpty()) {
            return new NoPlanYet();
        }
        if (isBlank(reason)) {
            return new ReasonMissing();
        }
        return TextTooLong.exceeds(reason, TextTooLong.REASON)
                ? new TextTooLong(TextTooLong.REASON)
                : draw(price, lines, reason.strip(), cap, act);
    }

    private PlanOutcome draw(Money price, List<PlanLine> lines, String reason, DepositCap cap, Act act) {
        Optional<PlanOutcome> refusal = refusalOf(price, lines, cap);
        return refusal.isPresent()
                ? refusal.get()
                : new PlanOpened(put(price, lines, reason, act).revision(), price);
    }

    /** Why these lines cannot be the plan; empty when they can. */
    Optional<PlanOutcome> refusalOf(Money price, List<PlanLine> lines, DepositCap cap) {
        if (isSettled()) {
            return Optional.of(new AccountSettled());
        }
        if (price.isMoreThan(AmountTooLarge.MOST)) {
            return Optional.of(new AmountTooLarge(AmountTooLarge.MOST));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).amount().isPositive()) {
                return Optional.of(new PlanLineNotPositive(i + 1));
            }
        }
        Money sum = Money.sum(lines.stream().map(PlanLine::amount).toList());
        if (!sum.equals(price)) {
            return Optional.of(new PlanSumDiffers(price, sum, price.minus(sum)));
        }
        if (lines.stream().noneMatch(line -> line.kind().opensTheContract())) {
            return Optional.of(new FirstPaymentMissing());
        }
        Money deposit = sumOf(lines.stream()
                .filter(line -> line.kind() == InstalmentKind.DEPOSIT)
                .map(PlanLine::amount));
        Money higher = deposit.isMoreThan(deposit()) ? deposit : deposit();
        return higher.isMoreThan(cap.of(price)) ? Optional.of(cap.refuse(higher, price)) : Optional.empty();
    }

    private PaymentPlan put(Money price, List<PlanLine> lines, String reason, Act act) {
        PaymentPlan plan = new PaymentPlan(this, plans.size() + 1, price, lines, reason, act);
        plans.add(plan);
        reallocate(act);
        note(
                plan.revision() == 1 ? LedgerActKind.PLAN_OPENED : LedgerActKind.PLAN_REVISED,
                "v" + plan.revision(),
                price,
                reason,
                act);
        return plan;
    }

    /**
     * Gives the lines that are counted from an event the days they now have; the amounts stay. A revision when any day moves.
     *
     * @param handoverOn null leaves the lines due at the handover as they are
     * @return whether any day moved
     */
    boolean redate(LocalDate signedOn, LocalDate handoverOn, String reason, Act act) {
        if (isSettled() || plans.isEmpty()) {
            return false;
        }
        PaymentPlan plan = currentPlan().orElseThrow();
        List<PlanLine> before =
                plan.instalments().stream().map(Instalment::line).toList();
        List<PlanLine> after =
                before.stream().map(line -> line.redated(signedOn, handoverOn)).toList();
        if (after.equals(before)) {
            return false;
        }
        put(plan.price(), after, reason, act);
        return true;
    }

    /** Why this money may not be recorded; empty when it may. */
    Optional<ReceiveOutcome> refusalOf(MoneyIn money, DepositCap cap, Act act) {
        if (isSettled()) {
            return Optional.of(new AccountSettled());
        } else if (!money.amount().isPositive()) {
            return Optional.of(new AmountNotPositive());
        } else if (money.amount().isMoreThan(AmountTooLarge.MOST)) {
            return Optional.of(new AmountTooLarge(AmountTooLarge.MOST));
        } else if (money.payer().isEmpty()) {
            return Optional.of(new NameMissing());
        } else if (TextTooLong.exceeds(money.payer(), TextTooLong.NAME)) {
            return Optional.of(new TextTooLong(TextTooLong.NAME));
        } else if (TextTooLong.exceeds(money.bankSerial(), TextTooLong.SERIAL)) {
            return Optional.of(new TextTooLong(TextTooLong.SERIAL));
        } else if (money.paidOn().isAfter(act.today())) {
            return Optional.of(new PaidInFuture(money.paidOn()));
        } else if (money.method().hasBankSerial() && money.bankSerial() == null) {
            return Optional.of(new BankSerialMissing(money.method()));
        }
        Optional<Payment> twin = payments.stream()
                .filter(payment -> (payment.isConfirmed() || payment.isPending())
                        && money.bankSerial() != null
                        && money.bankSerial().equals(payment.bankSerial()))
                .findFirst();
        if (twin.isPresent()) {
            return Optional.of(new BankSerialUsed(money.bankSerial(), twin.get().amount()));
        } else if (money.item() != Item.DEPOSIT) {
            return plans.isEmpty() ? Optional.of(new OnlyDepositYet()) : Optional.empty();
        }
        Money deposit = deposit().plus(money.amount());
        return deposit.isMoreThan(cap.of(price())) ? Optional.of(cap.refuse(deposit, price())) : Optional.empty();
    }

    /** Records and confirms in one act: in this house the cashier who counts the money is the one who confirms it. */
    Payment receive(MoneyIn money, UUID requestKey, Act act) {
        Payment payment = new Payment(this, payments.size() + 1, money, requestKey, act);
        payment.confirm(act);
        payments.add(payment);
        reallocate(act);
        note(LedgerActKind.RECEIVED, payment.name(), money.amount(), null, act);
        return payment;
    }

    /** Written down; it pays nothing until a second person has confirmed it. */
    Payment enter(MoneyIn money, UUID requestKey, Act act) {
        Payment payment = new Payment(this, payments.size() + 1, money, requestKey, act).toBeReviewed();
        payments.add(payment);
        note(LedgerActKind.ENTERED, payment.name(), money.amount(), null, act);
        return payment;
    }

    /** Why this person may not say yes or no to it; empty when they may. */
    Optional<ReviewOutcome> refusalOfReview(Payment payment, Act act) {
        if (!payment.isPending()) {
            return Optional.of(new AlreadyReviewed(payment.seq()));
        }
        return payment.enteredBy().equals(act.who())
                ? Optional.of(new ReviewedByWhoEntered(payment.amount()))
                : Optional.empty();
    }

    void confirm(Payment payment, Act act) {
        payment.confirm(act);
        reallocate(act);
        note(LedgerActKind.RECEIVED, payment.name(), payment.amount(), null, act);
    }

    void discard(Payment payment, String reason, Act act) {
        payment.discard(reason, act);
        note(LedgerActKind.DISCARDED, payment.name(), payment.amount(), reason, act);
    }

    /** What would pay which line if so much more came in: the earliest due first. What is left over would pay nothing. */
    List<Part> foresee(Money amount, boolean byLender) {
        List<Part> parts = new ArrayList<>();
        Money left = amount;
        for (Instalment line : openLines(byLender)) {
            Money paid = paid(line);
            Money pays = left.min(line.amount().minus(paid));
            if (pays.isPositive()) {
                parts.add(new Part(line.seq(), line.kind(), line.dueOn(), line.amount(), paid, pays));
                left = left.minus(pays);
            }
        }
        return parts;
    }

    private List<Instalment> openLines(boolean byLender) {
        return isSettled()
                ? List.of()
                : currentPlan().map(PaymentPlan::earliestFirst).orElse(List.of()).stream()
                        .filter(line -> line.kind().byLender() == byLender)
                        .toList();
    }

    ReverseOutcome reverse(UUID paymentId, String reason, Act act) {
        Payment payment = payment(paymentId);
        if (isBlank(reason)) {
            return new ReasonMissing();
        } else if (TextTooLong.exceeds(reason, TextTooLong.REASON)) {
            return new TextTooLong(TextTooLong.REASON);
        } else if (payment.isPending()) {
            return new NotConfirmedYet(payment.seq());
        } else if (!payment.isConfirmed()) {
            return new AlreadyReversed(payment.seq());
        } else if (payment.refunded().isPositive()) {
            return new PaymentRefunded(payment.seq(), payment.refunded());
        }
        payment.reverse(reason.strip(), act);
        reallocate(act);
        note(LedgerActKind.REVERSED, payment.name(), payment.amount(), reason.strip(), act);
        return new PaymentReversed(payment.amount());
    }

    /** Ends the account: nothing is owed any more, and the money is divided by whose fault it was (R20). */
    Settlement settle(Fault fault, Act act) {
        if (isSettled()) {
            return settlement().orElseThrow();
        }
        this.fault = fault;
        this.settledBy = act.who();
        this.settledAt = act.at();
        reallocate(act);
        Settlement settlement = settlement().orElseThrow();
        note(LedgerActKind.SETTLED, fault.name(), settlement.refund(), null, act);
        return settlement;
    }

    RefundOutcome refund(RefundPaid paid, UUID requestKey, Act act) {
        Optional<Refund> same = refundOf(requestKey);
        if (same.isPresent()) {
            return new Refunded(same.get().id(), same.get().amount(), refundable());
        } else if (!paid.amount().isPositive()) {
            return new AmountNotPositive();
        } else if (paid.amount().isMoreThan(AmountTooLarge.MOST)) {
            return new AmountTooLarge(AmountTooLarge.MOST);
        } else if (paid.payee().isEmpty()) {
            return new NameMissing();
        } else if (TextTooLong.exceeds(paid.payee(), TextTooLong.NAME)) {
            return new TextTooLong(TextTooLong.NAME);
        } else if (TextTooLong.exceeds(paid.bankSerial(), TextTooLong.SERIAL)) {
            return new TextTooLong(TextTooLong.SERIAL);
        } else if (TextTooLong.exceeds(paid.reason(), TextTooLong.REASON)) {
            return new TextTooLong(TextTooLong.REASON);
        } else if (paid.reason().isEmpty()) {
            return new ReasonMissing();
        } else if (paid.paidOn().isAfter(act.today())) {
            return new PaidInFuture(paid.paidOn());
        } else if (paid.method().hasBankSerial() && paid.bankSerial() == null) {
            return new BankSerialMissing(paid.method());
        } else if (!refundable().isPositive()) {
            return new NothingToRefund();
        } else if (paid.amount().isMoreThan(refundable())) {
            return new RefundTooLarge(paid.amount(), refundable());
        }
        Refund refund = new Refund(this, refunds.size() + 1, paid, isSettled(), requestKey, act);
        drawFromPayments(refund, paid.to(), act);
        refunds.add(refund);
        reallocate(act);
        note(LedgerActKind.REFUNDED, refund.name(), paid.amount(), paid.reason(), act);
        return new Refunded(refund.id(), refund.amount(), refundable());
    }

    /**
     * Every yuan out is traced to a yuan in: other money before deposit, the latest first. What is left over is compensation (R20).
     * Over-payment is drawn from where too much was paid, the buyer's own first: no line is paid less for it.
     */
    private void drawFromPayments(Refund refund, RefundTo to, Act act) {
        if (isSettled()) {
            Predicate<Payment> theirs = payment -> payment.isLoan() == (to == RefundTo.LENDER);
            Money rest = draw(refund, refund.amount(), theirs, act);
            draw(refund, rest, theirs.negate(), act);
            return;
        }
        Money own = refund.amount()
                .min(sumOf(
                        payments.stream().filter(payment -> !payment.isLoan()).map(Payment::unallocated)));
        draw(refund, own, payment -> !payment.isLoan(), act);
        draw(refund, refund.amount().minus(own), Payment::isLoan, act);
    }

    /** @return what these payments did not cover */
    private Money draw(Refund refund, Money amount, Predicate<Payment> from, Act act) {
        List<Payment> sources = payments.stream()
                .filter(Payment::isConfirmed)
                .filter(from)
                .filter(payment -> fault != Fault.BUYER || !payment.isDeposit())
                .sorted(Comparator.comparing(Payment::isDeposit)
                        .thenComparing(Comparator.comparing(Payment::seq).reversed()))
                .toList();
        Money rest = amount;
        for (Payment source : sources) {
            Money part = rest.min(source.kept());
            if (part.isPositive()) {
                source.refund(part, refund, act);
                rest = rest.minus(part);
            }
        }
        return rest;
    }

    RefundReverseOutcome reverseRefund(UUID refundId, String reason, Act act) {
        Refund refund = refunds.stream()
                .filter(candidate -> candidate.id().equals(refundId))
                .findFirst()
                .orElseThrow();
        if (isBlank(reason)) {
            return new ReasonMissing();
        } else if (TextTooLong.exceeds(reason, TextTooLong.REASON)) {
            return new TextTooLong(TextTooLong.REASON);
        } else if (refund.isReversed()) {
            return new RefundAlreadyReversed(refund.seq());
        }
        refund.reverse(reason.strip(), act);
        payments.forEach(payment -> payment.takeBack(refund, act));
        reallocate(act);
        note(LedgerActKind.REFUND_REVERSED, refund.name(), refund.amount(), reason.strip(), act);
        return new RefundReversed(refund.amount());
    }

    /**
     * The earliest due line is paid first, by the earliest payment: a lender's lines by a lender's money, all others by the buyer's.
     * Rows that still say so stay; the others are freed and written anew.
     */
    private void reallocate(Act act) {
        List<Share> wanted = new ArrayList<>(shares(false));
        wanted.addAll(shares(true));
        Map<Payment, List<Share>> byPayment = wanted.stream().collect(groupingBy(Share::payment));
        payments.forEach(payment -> payment.allocate(byPayment.getOrDefault(payment, List.of()), act));
    }

    private List<Share> shares(boolean byLender) {
        List<Payment> sources = payments.stream()
                .filter(payment -> payment.isConfirmed() && payment.isLoan() == byLender)
                .toList();
        List<Instalment> lines = openLines(byLender);
        List<Share> wanted = new ArrayList<>();
        int line = 0;
        Money owed = lines.isEmpty() ? Money.ZERO : lines.get(0).amount();
        for (Payment source : sources) {
            Money left = source.kept();
            while (left.isPositive() && line < lines.size()) {
                Money part = left.min(owed);
                wanted.add(new Share(source, lines.get(line), part));
                left = left.minus(part);
                owed = owed.minus(part);
                if (owed.isZero()) {
                    line++;
                    owed = line < lines.size() ? lines.get(line).amount() : Money.ZERO;
                }
            }
        }
        return wanted;
    }

    /** How much of a payment pays which line. */
    record Share(Payment payment, Instalment line, Money amount) {}

    void note(LedgerActKind kind, String subject, Money amount, String reason, Act act) {
        acts++;
        journal.add(new LedgerAct(this, acts, kind, subject, amount, reason, act));
    }

    UUID id() {
        return id;
    }

    ReceiptBook book() {
        return book;
    }

    /** What the plan in force says, else what the account was opened with. */
    Money price() {
        return currentPlan().map(PaymentPlan::price).orElse(price);
    }

    boolean isSettled() {
        return fault != null;
    }

    Optional<PaymentPlan> currentPlan() {
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(plans.size() - 1));
    }

    List<Payment> payments() {
        return payments;
    }

    List<Refund> refunds() {
        return refunds;
    }

    List<LedgerAct> journal() {
        return journal;
    }

    Payment payment(UUID paymentId) {
        return payments.stream()
                .filter(candidate -> candidate.id().equals(paymentId))
                .findFirst()
                .orElseThrow();
    }

    /** Written down, and not confirmed yet. */
    Money pending(boolean byLender) {
        return sumOf(payments.stream()
                .filter(payment -> payment.isPending() && payment.isLoan() == byLender)
                .map(Payment::amount));
    }

    Optional<Payment> paymentOf(UUID requestKey) {
        return requestKey == null
                ? Optional.empty()
                : payments.stream()
                        .filter(payment -> requestKey.equals(payment.requestKey()))
                        .findFirst();
    }

    private Optional<Refund> refundOf(UUID requestKey) {
        return requestKey == null
                ? Optional.empty()
                : refunds.stream()
                        .filter(refund -> requestKey.equals(refund.requestKey()))
                        .findFirst();
    }

    Money received() {
        return sumOf(payments.stream().filter(Payment::isConfirmed).map(Payment::amount));
    }

    Money refunded() {
        return sumOf(refunds.stream().filter(refund -> !refund.isReversed()).map(Refund::amount));
    }

    Money allocated() {
        return sumOf(payments.stream().map(Payment::allocated));
    }

    Money paid(Instalment line) {
        return sumOf(payments.stream().map(payment -> payment.allocatedTo(line)));
    }

    /** Over-payment, or money that came before its plan. After a settlement there is none: all of it has its place. */
    Money unallocated() {
        return isSettled() ? Money.ZERO : sumOf(payments.stream().map(Payment::unallocated));
    }

    /** Deposit in hand, less what of it went back before a settlement. */
    Money deposit() {
        return sumOf(payments.stream().filter(Payment::isDeposit).map(Payment::keptBeforeSettlement));
    }

    Optional<Settlement> settlement() {
        return Optional.ofNullable(fault).map(by -> {
            Money kept = sumOf(payments.stream().map(Payment::keptBeforeSettlement));
            return Settlement.of(by, deposit(), kept.minus(deposit()));
        });
    }

    /** What may be paid back now: over-payment, or after a settlement what it still owes the buyer. */
    /** What a settlement owes one of the two: a lender what it paid, the buyer all else. */
    Money refundable(RefundTo to) {
        Money lenders =
                refundable().min(sumOf(payments.stream().filter(Payment::isLoan).map(Payment::kept)));
        return to == RefundTo.LENDER ? lenders : refundable().minus(lenders);
    }

    Money refundable() {
        return settlement()
                .map(settled -> settled.refund()
                        .minus(sumOf(refunds.stream()
                                .filter(refund -> refund.isAfterSettlement() && !refund.isReversed())
                                .map(Refund::amount))))
                .orElseGet(this::unallocated);
    }

    private static Money sumOf(Stream<Money> amounts) {
        return Money.sum(amounts.filter(Objects::nonNull).toList());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

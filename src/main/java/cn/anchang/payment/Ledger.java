package cn.anchang.payment;

import cn.anchang.payment.OpenOutcome.AccountOpened;
import cn.anchang.payment.ReceiptOutcome.NoMoneyBehind;
import cn.anchang.payment.ReceiptOutcome.ReceiptAlreadyVoid;
import cn.anchang.payment.ReceiptOutcome.ReceiptPrinted;
import cn.anchang.payment.ReceiptOutcome.ReceiptReissued;
import cn.anchang.payment.ReceiptOutcome.ReceiptReplaced;
import cn.anchang.payment.ReceiptOutcome.ReceiptVoided;
import cn.anchang.payment.ReceiveOutcome.AwaitingSecondPerson;
import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.payment.ReverseOutcome.PaymentReversed;
import cn.anchang.payment.ReviewOutcome.PaymentConfirmed;
import cn.anchang.payment.ReviewOutcome.PaymentDiscarded;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where money is written down. Each act locks its account first and a receipt book second, so cashiers wait for one another and
 * never for each other in a circle. An account unknown to the ledger is the caller's mistake and throws
 * {@link NoSuchElementException}; every business no is an outcome.
 */
@Service
@Transactional
public class Ledger {

    private final Accounts accounts;
    private final ReceiptBooks books;
    private final Receipts receipts;
    private final Cashiers cashiers;
    private final PaymentProcess process;
    private final ApplicationEventPublisher events;
    private final PaymentSettings settings;
    private final Sentences sentences;
    private final EntityManager entities;
    private final Clock clock;

    Ledger(
            Accounts accounts,
            ReceiptBooks books,
            Receipts receipts,
            Cashiers cashiers,
            PaymentProcess process,
            ApplicationEventPublisher events,
            PaymentSettings settings,
            Sentences sentences,
            EntityManager entities,
            Clock clock) {
        this.accounts = accounts;
        this.books = books;
        this.receipts = receipts;
        this.cashiers = cashiers;
        this.process = process;
        this.events = events;
        this.settings = settings;
        this.sentences = sentences;
        this.entities = entities;
        this.clock = clock;
    }

    /** Opens the account of a sale, or lets one that holds no money follow the sale to another unit. */
    public OpenOutcome open(UUID account, AccountOpening opening, String who) {
        books.addIfMissing(UUID.randomUUID(), opening.projectId(), opening.bookCode(), opening.projectName());
        ReceiptBook book = books.findByProjectId(opening.projectId()).orElseThrow();
        if (accounts.existsById(account)) {
            return locked(account).reopen(book, opening.price(), act(who));
        }
        accounts.save(new Account(account, book, opening.price(), act(who)));
        return new AccountOpened(opening.price());
    }

    /** The first plan of an account; its lines make the price to the cent. */
    public PlanOutcome openPlan(UUID account, Money price, List<PlanLine> lines, String who) {
        return locked(account).openPlan(price, lines, cap(), act(who));
    }

    /** A new agreement on the plan; what was paid is allocated anew, the old revision stays readable. */
    public PlanOutcome revisePlan(UUID account, Money price, List<PlanLine> lines, String reason, String who) {
        return locked(account).revisePlan(price, lines, reason, cap(), act(who));
    }

    /**
     * The contract is signed: lines counted from signing or handover get their days, as a revision of its own when any moves.
     *
     * @param handoverOn null as long as it is not agreed
     * @return whether any day moved
     */
    public boolean redate(UUID account, LocalDate signedOn, LocalDate handoverOn, String who) {
        return locked(account).redate(signedOn, handoverOn, sentences.text("plan.redated"), act(who));
    }

    /**
     * Why these lines cannot be the plan; empty when they can. Whoever acts on the account waits until the asking transaction ends, so
     * that the answer still holds when the plan is revised.
     */
    public Optional<Refusal> objectionToPlan(UUID account, Money price, List<PlanLine> lines) {
        return locked(account).refusalOf(price, lines, cap()).map(Refusal.class::cast);
    }

    /** Who receives money: a step of the sale, which needs not be told; a page; or 收款登记, which asks the second person itself. */
    private enum By {
        STEP,
        PAGE,
        REGISTRATION
    }

    /** A step of the sale takes it; see {@link #receive(UUID, MoneyIn, String, UUID)}. */
    public ReceiveOutcome receive(UUID account, MoneyIn money, String cashier) {
        return receive(account, money, cashier, null, By.STEP);
    }

    /**
     * Records, confirms and receipts money in one act (R33, R34), and pays the oldest instalment first. Above the configured amount it
     * is written down and counts only once a second person has confirmed it.
     *
     * @param requestKey names the rendered form, so that the same form sent twice is recorded once; may be null
     */
    public ReceiveOutcome receive(UUID account, MoneyIn money, String cashier, UUID requestKey) {
        return receive(account, money, cashier, requestKey, By.PAGE);
    }

    /** 收款登记: as {@link #receive(UUID, MoneyIn, String, UUID)}, by a process that goes on to the second person itself. */
    public ReceiveOutcome register(UUID account, MoneyIn money, String cashier) {
        return receive(account, money, cashier, null, By.REGISTRATION);
    }

    private ReceiveOutcome receive(UUID account, MoneyIn money, String cashier, UUID requestKey, By way) {
        if (!cashiers.mayConfirmMoney(cashier)) {
            return new NotFinance(cashier);
        }
        Act act = act(cashier);
        Account found = locked(account);
        Optional<Payment> same = found.paymentOf(requestKey);
        if (same.isPresent()) {
            return same.get().isConfirmed() || same.get().confirmedBy() != null
                    ? received(found, same.get(), latestReceipt(same.get()))
                    : awaiting(same.get());
        }
        Optional<ReceiveOutcome> refusal = found.refusalOf(money, cap(), act);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (needsSecondPerson(money.item(), money.amount())) {
            Payment entered = found.enter(money, requestKey, act);
            entities.flush();
            if (way != By.REGISTRATION) {
                process.secondPersonNeeded(entered.id());
            }
            return awaiting(entered);
        }
        Payment payment = found.receive(money, requestKey, act);
        Received received = received(found, payment, issue(found, payment, payment.payer(), null, act));
        if (way != By.STEP) {
            events.publishEvent(new MoneyConfirmed(account, payment.id(), payment.amount(), cashier));
        }
        return received;
    }

    /** A deposit is bounded by R04 and taken before a hold lapses, so one cashier is enough. */
    public boolean needsSecondPerson(Item item, Money amount) {
        return item != Item.DEPOSIT && amount.isMoreThan(Money.of(settings.secondPersonAbove()));
    }

    private AwaitingSecondPerson awaiting(Payment payment) {
        return new AwaitingSecondPerson(payment.id(), payment.amount(), Money.of(settings.secondPersonAbove()));
    }

    /** 复核: a second person of finance has seen the money; from now on it counts, and has its receipt. */
    public ReviewOutcome confirm(UUID paymentId, String who) {
        if (!cashiers.mayConfirmMoney(who)) {
            return new NotFinance(who);
        }
        Act act = act(who);
        Account account = locked(accountOf(paymentId));
        Payment payment = account.payment(paymentId);
        Optional<ReviewOutcome> refusal = account.refusalOfReview(payment, act);
        if (refusal.isPresent()) {
            return refusal.get();
        } else if (account.isSettled()) {
            return new AccountSettled();
        }
        account.confirm(payment, act);
        Received received = received(account, payment, issue(account, payment, payment.payer(), null, act));
        events.publishEvent(new MoneyConfirmed(account.id(), paymentId, payment.amount(), who));
        return new PaymentConfirmed(received);
    }

    /** 复核: the money did not come in. The row stays, and pays nothing. */
    public ReviewOutcome discard(UUID paymentId, String reason, String who) {
        if (!cashiers.mayConfirmMoney(who)) {
            return new NotFinance(who);
        } else if (reason == null || reason.isBlank()) {
            return new ReasonMissing();
        } else if (TextTooLong.exceeds(reason, TextTooLong.REASON)) {
            return new TextTooLong(TextTooLong.REASON);
        }
        Act act = act(who);
        Account account = locked(accountOf(paymentId));
        Payment payment = account.payment(paymentId);
        Optional<ReviewOutcome> refusal = account.refusalOfReview(payment, act);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        account.discard(payment, reason.strip(), act);
        return new PaymentDiscarded(payment.amount());
    }

    /** What would be paid by this much more money, the oldest instalment first; what is left over would stay unallocated. */
    @Transactional(readOnly = true)
    public Foreseen foreseeReceipt(UUID account, Item item, Money amount) {
        List<Foreseen.Part> parts = found(account).foresee(amount, item == Item.LOAN);
        Money spent = Money.sum(parts.stream().map(Foreseen.Part::pays).toList());
        return new Foreseen(parts, amount.minus(spent), needsSecondPerson(item, amount));
    }

    /** The account a payment belongs to. */
    @Transactional(readOnly = true)
    public UUID accountOf(UUID paymentId) {
        return accounts.ofPayment(paymentId).orElseThrow();
    }

    /** Takes a payment back off the books (冲正), with its receipt. */
    public ReverseOutcome reverse(UUID paymentId, String reason, String who) {
        if (!cashiers.mayConfirmMoney(who)) {
            return new NotFinance(who);
        }
        Act act = act(who);
        Account account = locked(accountOf(paymentId));
        ReverseOutcome outcome = account.reverse(paymentId, reason, act);
        if (outcome instanceof PaymentReversed) {
            receipts.validOf(paymentId).ifPresent(receipt -> receipt.makeVoid(reason.strip(), act));
        }
        return outcome;
    }

    /** Voids a receipt (作废): it keeps its number, the money stays received. */
    public ReceiptOutcome voidReceipt(UUID receiptId, String reason, String who) {
        return withReceipt(receiptId, reason, who, (account, receipt, act) -> {
            if (!receipt.isValid()) {
                return new ReceiptAlreadyVoid(receipt.receiptNo());
            }
            receipt.makeVoid(reason.strip(), act);
            account.note(LedgerActKind.RECEIPT_VOIDED, receipt.receiptNo(), receipt.amount(), reason.strip(), act);
            return new ReceiptVoided(receipt.receiptNo());
        });
    }

    public ReceiptOutcome reissue(UUID receiptId, String reason, String who) {
        return reissue(receiptId, null, reason, who);
    }

    /**
     * Gives out a new receipt under the next number in place of this one (换票), which becomes void if it is not so already.
     *
     * @param payer the name the new one is made out to; null or blank keeps the old
     */
    public ReceiptOutcome reissue(UUID receiptId, String payer, String reason, String who) {
        if (TextTooLong.exceeds(payer, TextTooLong.NAME)) {
            return new TextTooLong(TextTooLong.NAME);
        }
        return withReceipt(receiptId, reason, who, (account, receipt, act) -> {
            Optional<Receipt> valid = receipts.validOf(receipt.paymentId());
            if (valid.isPresent() && !valid.get().id().equals(receiptId)) {
                return new ReceiptReplaced(receipt.receiptNo(), valid.get().receiptNo());
            }
            Payment payment = account.payment(receipt.paymentId());
            if (!payment.isConfirmed()) {
                return new NoMoneyBehind(receipt.receiptNo());
            }
            if (receipt.isValid()) {
                receipt.makeVoid(reason.strip(), act);
                receipts.saveAndFlush(receipt);
            }
            String madeOutTo = payer == null || payer.isBlank() ? receipt.payer() : payer.strip();
            Receipt fresh = issue(account, payment, madeOutTo, receipt, act);
            account.note(
                    LedgerActKind.RECEIPT_REISSUED,
                    receipt.receiptNo() + " → " + fresh.receiptNo(),
                    receipt.amount(),
                    reason.strip(),
                    act);
            return new ReceiptReissued(fresh.id(), fresh.receiptNo(), receipt.receiptNo());
        });
    }

    /** Counts a copy; from the second on the paper says so. */
    public ReceiptOutcome print(UUID receiptId, String who) {
        return withReceipt(receiptId, "打印", who, (account, receipt, act) -> {
            int copy = receipt.print();
            account.note(LedgerActKind.RECEIPT_PRINTED, receipt.receiptNo(), null, "第" + copy + "次", act);
            return new ReceiptPrinted(receipt.receiptNo(), copy);
        });
    }

    /** Ends the account of an undone sale and says what becomes of its money (R20). Asked again, it says the same again. */
    public Settlement settle(UUID account, Fault fault, String who) {
        return locked(account).settle(fault, act(who));
    }

    /** What {@link #settle} would come to. */
    @Transactional(readOnly = true)
    public Settlement foresee(UUID account, Fault fault) {
        Account found = found(account);
        return Settlement.of(
                fault, found.deposit(), found.received().minus(found.refunded()).minus(found.deposit()));
    }

    public RefundOutcome refund(UUID account, RefundPaid paid, String who) {
        return refund(account, paid, who, null);
    }

    /** Records money paid back: over-payment, or after a settlement what it owes the buyer. */
    public RefundOutcome refund(UUID account, RefundPaid paid, String who, UUID requestKey) {
        return cashiers.mayConfirmMoney(who) ? locked(account).refund(paid, requestKey, act(who)) : new NotFinance(who);
    }

    /** Takes a refund back onto the account, e.g. when the bank returned it. */
    public RefundReverseOutcome reverseRefund(UUID account, UUID refundId, String reason, String who) {
        return cashiers.mayConfirmMoney(who)
                ? locked(account).reverseRefund(refundId, reason, act(who))
                : new NotFinance(who);
    }

    /** What a settlement still owes the buyer; zero without one. */
    @Transactional(readOnly = true)
    public Money refundDue(UUID account) {
        return accounts.findById(account)
                .filter(Account::isSettled)
                .map(Account::refundable)
                .orElse(Money.ZERO);
    }

    /** What of it goes back to one of the two. */
    @Transactional(readOnly = true)
    public Money refundDue(UUID account, RefundTo to) {
        return accounts.findById(account)
                .filter(Account::isSettled)
                .map(settled -> settled.refundable(to))
                .orElse(Money.ZERO);
    }

    /** Whether everything the contract waits for is paid in full (R07). */
    @Transactional(readOnly = true)
    public boolean dueBySigningPaid(UUID account) {
        return found(account).currentPlan().isPresent()
                && restBySigning(account).isZero();
    }

    /** Written down, and not counted before a second person has confirmed it: a lender's money, or the buyer's own. */
    @Transactional(readOnly = true)
    public Money pending(UUID account, boolean byLender) {
        return found(account).pending(byLender);
    }

    /** What is still missing before the contract may be signed. */
    @Transactional(readOnly = true)
    public Money restBySigning(UUID account) {
        return Money.sum(openMoney(account).stream()
                .filter(line -> line.kind().dueBySigning())
                .map(OpenInstalment::rest)
                .toList());
    }

    /** The lines that are not paid in full; none without a plan or after a settlement. */
    @Transactional(readOnly = true)
    public List<OpenInstalment> openMoney(UUID account) {
        Account found = found(account);
        if (found.isSettled() || found.currentPlan().isEmpty()) {
            return List.of();
        }
        return found.currentPlan().orElseThrow().instalments().stream()
                .map(line -> new OpenInstalment(
                        line.seq(),
                        line.kind(),
                        sentences.name(line.kind()),
                        line.amount().minus(found.paid(line)),
                        line.dueOn()))
                .filter(line -> line.rest().isPositive())
                .toList();
    }

    /** The highest deposit for a price (R04). */
    public Money depositCap(Money price) {
        return cap().of(price);
    }

    /** Empty when no account was opened, which is so until a sale takes its first money. */
    @Transactional(readOnly = true)
    public Optional<Statement> statement(UUID account) {
        LocalDate today = act("").today();
        return accounts.findById(account)
                .map(found -> new StatementView(found, receipts.ofAccount(account), today, settings).statement());
    }

    @Transactional(readOnly = true)
    public Optional<ReceiptView> receipt(UUID receiptId) {
        return receipts.findById(receiptId).map(Receipt::view);
    }

    /** By the number printed on it, whatever the case of its letters. */
    @Transactional(readOnly = true)
    public Optional<ReceiptView> receiptNumbered(String receiptNo) {
        return receipts.findByReceiptNoIgnoreCase(receiptNo.strip()).map(Receipt::view);
    }

    /** The receipts given out last, the latest first. */
    @Transactional(readOnly = true)
    public List<ReceiptView> latestReceipts(Set<UUID> closed, int most) {
        return receipts.latest(closed, Limit.of(most)).stream()
                .map(Receipt::view)
                .toList();
    }

    /** The next number is taken in the caller's transaction, after the payment is known to the database. */
    private Receipt issue(Account account, Payment payment, String payer, Receipt replaced, Act act) {
        entities.flush();
        long number = books.takeNumber(account.book().id());
        return receipts.saveAndFlush(new Receipt(account, payment, payer, number, replaced, act));
    }

    private Received received(Account account, Payment payment, Receipt receipt) {
        return new Received(
                payment.id(),
                receipt.id(),
                receipt.receiptNo(),
                receipt.kind(),
                payment.amount(),
                payment.amount().inWords(),
                account.unallocated());
    }

    private Receipt latestReceipt(Payment payment) {
        return receipts.ofAccount(payment.account().id()).stream()
                .filter(receipt -> receipt.paymentId().equals(payment.id()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private interface ReceiptAct {
        ReceiptOutcome done(Account account, Receipt receipt, Act act);
    }

    private ReceiptOutcome withReceipt(UUID receiptId, String reason, String who, ReceiptAct work) {
        if (!cashiers.mayConfirmMoney(who)) {
            return new NotFinance(who);
        } else if (reason == null || reason.isBlank()) {
            return new ReasonMissing();
        } else if (TextTooLong.exceeds(reason, TextTooLong.REASON)) {
            return new TextTooLong(TextTooLong.REASON);
        }
        Account account = locked(receipts.findById(receiptId).orElseThrow().account());
        Receipt receipt = receipts.findById(receiptId).orElseThrow();
        entities.refresh(receipt);
        return work.done(account, receipt, act(who));
    }

    private Account found(UUID account) {
        return accounts.findById(account).orElseThrow();
    }

    /** Waits for whoever is acting on the account, then reads it anew: what this transaction had read before may be outdated. */
    private Account locked(UUID account) {
        accounts.lock(account).orElseThrow();
        events.publishEvent(new AccountMoved(account));
        entities.detach(entities.getReference(Account.class, account));
        return found(account);
    }

    private DepositCap cap() {
        return new DepositCap(settings.depositCapPercent());
    }

    private Act act(String who) {
        return new Act(who, clock.instant(), clock.getZone());
    }
}

package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Money in. What it says never changes; a mistake is reversed (冲正), which frees what it paid and keeps the row. */
@Entity
@Table(name = "payments")
class Payment {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Account account;

    private int seq;

    @Enumerated(EnumType.STRING)
    private Item item;

    private Money amount;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    private String payer;
    private String bankSerial;
    private LocalDate paidOn;

    @Enumerated(EnumType.STRING)
    private PaymentState state;

    private String enteredBy;
    private Instant enteredAt;
    private String confirmedBy;
    private Instant confirmedAt;
    private String reversedBy;
    private Instant reversedAt;
    private String reversal;
    private UUID requestKey;
    private boolean reviewed;

    @OneToMany(mappedBy = "payment", cascade = CascadeType.ALL)
    @OrderBy("madeAt")
    private List<Allocation> allocations = new ArrayList<>();

    protected Payment() {}

    Payment(Account account, int seq, MoneyIn money, UUID requestKey, Act act) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.seq = seq;
        this.item = money.item();
        this.amount = money.amount();
        this.method = money.method();
        this.payer = money.payer();
        this.bankSerial = money.bankSerial();
        this.paidOn = money.paidOn();
        this.state = PaymentState.PENDING;
        this.enteredBy = act.who();
        this.enteredAt = act.at();
        this.requestKey = requestKey;
    }

    /** A second person has to confirm it. */
    Payment toBeReviewed() {
        reviewed = true;
        return this;
    }

    void confirm(Act act) {
        state = PaymentState.CONFIRMED;
        confirmedBy = act.who();
        confirmedAt = act.at();
    }

    void reverse(String reason, Act act) {
        active(allocation -> true).forEach(allocation -> allocation.free(act.at()));
        state = PaymentState.REVERSED;
        reversedBy = act.who();
        reversedAt = act.at();
        reversal = reason;
    }

    /** It never came in. */
    void discard(String reason, Act act) {
        state = PaymentState.DISCARDED;
        reversedBy = act.who();
        reversedAt = act.at();
        reversal = reason;
    }

    boolean isPending() {
        return state == PaymentState.PENDING;
    }

    String enteredBy() {
        return enteredBy;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    /** Makes the active allocations to instalments exactly these. */
    void allocate(List<Account.Share> shares, Act act) {
        List<Account.Share> missing = new ArrayList<>(shares);
        for (Allocation allocation : active(Allocation::paysInstalment)) {
            if (!missing.removeIf(share -> allocation.is(share.line(), share.amount()))) {
                allocation.free(act.at());
            }
        }
        missing.forEach(
                share -> allocations.add(Allocation.toInstalment(this, share.line(), share.amount(), act.at())));
    }

    void refund(Money part, Refund refund, Act act) {
        allocations.add(Allocation.toRefund(this, refund, part, act.at()));
    }

    void takeBack(Refund refund, Act act) {
        active(allocation -> refund.equals(allocation.refund())).forEach(allocation -> allocation.free(act.at()));
    }

    Money allocated() {
        return sum(Allocation::paysInstalment);
    }

    Money allocatedTo(Instalment line) {
        return sum(allocation -> line.equals(allocation.instalment()));
    }

    Money refunded() {
        return sum(allocation -> !allocation.paysInstalment());
    }

    /** What is still in the house of it. */
    Money kept() {
        return isConfirmed() ? amount.minus(refunded()) : Money.ZERO;
    }

    Money keptBeforeSettlement() {
        return isConfirmed()
                ? amount.minus(sum(allocation ->
                        !allocation.paysInstalment() && !allocation.refund().isAfterSettlement()))
                : Money.ZERO;
    }

    Money unallocated() {
        return kept().minus(allocated());
    }

    boolean isConfirmed() {
        return state == PaymentState.CONFIRMED;
    }

    boolean isDeposit() {
        return item == Item.DEPOSIT;
    }

    boolean isLoan() {
        return item == Item.LOAN;
    }

    List<Allocation> active(Predicate<Allocation> chosen) {
        return allocations.stream()
                .filter(allocation -> allocation.isActive() && chosen.test(allocation))
                .toList();
    }

    private Money sum(Predicate<Allocation> chosen) {
        return Money.sum(active(chosen).stream().map(Allocation::amount).toList());
    }

    /** How people refer to it on this account. */
    String name() {
        return "收款" + seq;
    }

    UUID id() {
        return id;
    }

    Account account() {
        return account;
    }

    int seq() {
        return seq;
    }

    Item item() {
        return item;
    }

    Money amount() {
        return amount;
    }

    PaymentMethod method() {
        return method;
    }

    String payer() {
        return payer;
    }

    String bankSerial() {
        return bankSerial;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    PaymentState state() {
        return state;
    }

    String confirmedBy() {
        return confirmedBy;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    String reversedBy() {
        return reversedBy;
    }

    Instant reversedAt() {
        return reversedAt;
    }

    String reversal() {
        return reversal;
    }

    UUID requestKey() {
        return requestKey;
    }
}

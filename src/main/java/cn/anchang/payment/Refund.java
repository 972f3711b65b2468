package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Money out: over-payment that went back, or what a settlement owes the buyer (R20). Reversed when the bank sends it back. */
@Entity
@Table(name = "refunds")
class Refund {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Account account;

    private int seq;
    private Money amount;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    private String payee;
    private String bankSerial;
    private LocalDate paidOn;
    private String reason;
    private boolean afterSettlement;
    private String paidBy;
    private Instant paidAt;
    private String reversedBy;
    private Instant reversedAt;
    private String reversal;
    private UUID requestKey;

    protected Refund() {}

    Refund(Account account, int seq, RefundPaid paid, boolean afterSettlement, UUID requestKey, Act act) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.seq = seq;
        this.amount = paid.amount();
        this.method = paid.method();
        this.payee = paid.payee();
        this.bankSerial = paid.bankSerial();
        this.paidOn = paid.paidOn();
        this.reason = paid.reason();
        this.afterSettlement = afterSettlement;
        this.paidBy = act.who();
        this.paidAt = act.at();
        this.requestKey = requestKey;
    }

    void reverse(String reason, Act act) {
        reversal = reason;
        reversedBy = act.who();
        reversedAt = act.at();
    }

    boolean isReversed() {
        return reversal != null;
    }

    boolean isAfterSettlement() {
        return afterSettlement;
    }

    String name() {
        return "退款" + seq;
    }

    UUID id() {
        return id;
    }

    UUID requestKey() {
        return requestKey;
    }

    int seq() {
        return seq;
    }

    Money amount() {
        return amount;
    }

    Statement.RefundView view() {
        return new Statement.RefundView(
                id, seq, amount, method, payee, bankSerial, paidOn, reason, paidBy, paidAt, reversal);
    }
}

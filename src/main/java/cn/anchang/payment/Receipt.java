package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The numbered paper for one payment. What it says is fixed when it is issued; void, it keeps its number (R34). */
@Entity
@Table(name = "receipts")
class Receipt {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "book_id")
    private ReceiptBook book;

    private long number;
    private String receiptNo;

    @Enumerated(EnumType.STRING)
    private ReceiptKind kind;

    @Column(name = "account_id")
    private UUID account;

    private UUID paymentId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "replaces_id")
    private Receipt replaces;

    @Enumerated(EnumType.STRING)
    private Item item;

    private Money amount;
    private String words;
    private String payer;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    private LocalDate paidOn;
    private String issuedBy;
    private Instant issuedAt;
    private String voidedBy;
    private Instant voidedAt;
    private String voidReason;
    private int prints;

    @Version
    private Long version;

    protected Receipt() {}

    Receipt(Account account, Payment payment, String payer, long number, Receipt replaces, Act act) {
        this.id = UUID.randomUUID();
        this.book = account.book();
        this.number = number;
        this.receiptNo = book.numbered(number);
        this.kind = payment.item().paper();
        this.account = account.id();
        this.paymentId = payment.id();
        this.replaces = replaces;
        this.item = payment.item();
        this.amount = payment.amount();
        this.words = payment.amount().inWords();
        this.payer = payer;
        this.method = payment.method();
        this.paidOn = payment.paidOn();
        this.issuedBy = act.who();
        this.issuedAt = act.at();
    }

    void makeVoid(String reason, Act act) {
        voidedBy = act.who();
        voidedAt = act.at();
        voidReason = reason;
    }

    /** @return which copy this is; from the second on the paper says so */
    int print() {
        return ++prints;
    }

    boolean isValid() {
        return voidedAt == null;
    }

    UUID id() {
        return id;
    }

    UUID account() {
        return account;
    }

    UUID paymentId() {
        return paymentId;
    }

    String receiptNo() {
        return receiptNo;
    }

    ReceiptKind kind() {
        return kind;
    }

    Money amount() {
        return amount;
    }

    String payer() {
        return payer;
    }

    ReceiptView view() {
        return new ReceiptView(
                id,
                account,
                paymentId,
                receiptNo,
                kind,
                book.name(),
                item,
                amount,
                words,
                payer,
                method,
                paidOn,
                issuedBy,
                issuedAt,
                voidedBy,
                voidedAt,
                voidReason,
                replaces == null ? null : replaces.receiptNo(),
                prints);
    }
}

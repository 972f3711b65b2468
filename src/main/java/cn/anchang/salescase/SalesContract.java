package cn.anchang.salescase;

import cn.anchang.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** 商品房买卖合同. Its total is the plan's, to the cent; filing with the housing bureau has its own clock (R13). */
@Entity
@Table(name = "sales_contracts")
public class SalesContract {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;
    private UUID subscriptionId;
    private String no;
    private Money total;
    private LocalDate signedOn;
    private LocalDate deliverOn;
    private String penaltyTerms;
    private BigDecimal lateFeePercent;
    private LocalDate fileBy;
    private String filingNo;
    private LocalDate filedOn;
    private String revocationNo;
    private LocalDate revokedOn;
    private String revokedBy;
    private LocalDate voidedOn;
    private String voidReason;
    private String voidOrder;
    private String voidedBy;
    private boolean replaced;

    protected SalesContract() {}

    /** @throws IllegalArgumentException when the total is not the subscription's price, or a date is out of order */
    SalesContract(
            Subscription subscription,
            String no,
            Money total,
            LocalDate signedOn,
            LocalDate deliverOn,
            String penaltyTerms,
            BigDecimal lateFeePercent,
            LocalDate fileBy) {
        if (!total.equals(subscription.price())) {
            throw new IllegalArgumentException("%s: %s is not %s".formatted(no, total, subscription.price()));
        }
        if (deliverOn.isBefore(signedOn) || signedOn.isBefore(subscription.subscribedOn())) {
            throw new IllegalArgumentException("%s: subscribed %s, signed %s, delivered %s"
                    .formatted(no, subscription.subscribedOn(), signedOn, deliverOn));
        }
        this.id = UUID.randomUUID();
        this.caseId = subscription.caseId();
        this.subscriptionId = subscription.id();
        this.no = no;
        this.total = total;
        this.signedOn = signedOn;
        this.deliverOn = deliverOn;
        this.penaltyTerms = penaltyTerms;
        this.lateFeePercent = lateFeePercent;
        this.fileBy = fileBy;
    }

    /** For the first time, or again after a filing that was revoked. */
    void filed(String number, LocalDate on) {
        if (isFiled()) {
            throw new IllegalStateException("%s was filed on %s already".formatted(no, filedOn));
        }
        filingNo = number;
        filedOn = on;
        revocationNo = null;
        revokedOn = null;
        revokedBy = null;
    }

    /** Whether it is on file with the housing bureau. */
    public boolean isFiled() {
        return filedOn != null && revokedOn == null;
    }

    void filingRevoked(String number, LocalDate on, String by) {
        if (!isFiled()) {
            throw new IllegalStateException(no + " is not on file");
        }
        revocationNo = number;
        revokedOn = on;
        revokedBy = by;
    }

    /** @param anew another contract follows; otherwise the sale is undone */
    void makeVoid(boolean anew, LocalDate on, String reason, String order, String by) {
        if (voidedOn != null || isFiled()) {
            throw new IllegalStateException("%s is filed, or was void on %s already".formatted(no, voidedOn));
        }
        replaced = anew;
        voidedOn = on;
        voidReason = reason;
        voidOrder = order;
        voidedBy = by;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public String no() {
        return no;
    }

    public Money total() {
        return total;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public LocalDate deliverOn() {
        return deliverOn;
    }

    public String penaltyTerms() {
        return penaltyTerms;
    }

    /** Of each day a payment is late (R18), in percent; null where the contract says nothing of it. */
    public BigDecimal lateFeePercent() {
        return lateFeePercent;
    }

    /** The last day for filing (R13). */
    public LocalDate fileBy() {
        return fileBy;
    }

    public String filingNo() {
        return filingNo;
    }

    public LocalDate filedOn() {
        return filedOn;
    }

    /** When the housing bureau took it off its file, or null. */
    public LocalDate revokedOn() {
        return revokedOn;
    }

    /** Since when it is void, or null. */
    public LocalDate voidedOn() {
        return voidedOn;
    }
}

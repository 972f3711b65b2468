package cn.anchang.salescase;

import cn.anchang.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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
    private LocalDate fileBy;
    private String filingNo;
    private LocalDate filedOn;

    protected SalesContract() {}

    /** @throws IllegalArgumentException when the total is not the subscription's price, or a date is out of order */
    SalesContract(
            Subscription subscription,
            String no,
            Money total,
            LocalDate signedOn,
            LocalDate deliverOn,
            String penaltyTerms,
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
        this.fileBy = fileBy;
    }

    void filed(String number, LocalDate on) {
        if (filedOn != null) {
            throw new IllegalStateException("%s was filed on %s already".formatted(no, filedOn));
        }
        filingNo = number;
        filedOn = on;
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
}

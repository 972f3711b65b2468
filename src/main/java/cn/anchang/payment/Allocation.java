package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What part of a payment went where: to an instalment, or back to the buyer. Freed when that no longer holds, never deleted. */
@Entity
@Table(name = "allocations")
class Allocation {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Payment payment;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    private Instalment instalment;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    private Refund refund;

    private Money amount;
    private Instant madeAt;
    private Instant freedAt;

    protected Allocation() {}

    private Allocation(Payment payment, Instalment instalment, Refund refund, Money amount, Instant madeAt) {
        this.id = UUID.randomUUID();
        this.payment = payment;
        this.instalment = instalment;
        this.refund = refund;
        this.amount = amount;
        this.madeAt = madeAt;
    }

    static Allocation toInstalment(Payment payment, Instalment line, Money amount, Instant at) {
        return new Allocation(payment, line, null, amount, at);
    }

    static Allocation toRefund(Payment payment, Refund refund, Money amount, Instant at) {
        return new Allocation(payment, null, refund, amount, at);
    }

    void free(Instant at) {
        freedAt = at;
    }

    boolean isActive() {
        return freedAt == null;
    }

    boolean paysInstalment() {
        return instalment != null;
    }

    boolean is(Instalment line, Money amount) {
        return line.equals(instalment) && this.amount.equals(amount);
    }

    Instalment instalment() {
        return instalment;
    }

    Refund refund() {
        return refund;
    }

    Money amount() {
        return amount;
    }
}

package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** One line of a plan. What is paid of it, and so its state, is derived from allocations. */
@Entity
@Table(name = "instalments")
class Instalment {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false, cascade = CascadeType.PERSIST)
    private PaymentPlan plan;

    private int seq;

    @Enumerated(EnumType.STRING)
    private InstalmentKind kind;

    private Money amount;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private DueEvent dueEvent;

    private Integer dueDays;

    protected Instalment() {}

    Instalment(PaymentPlan plan, int seq, PlanLine line) {
        this.id = UUID.randomUUID();
        this.plan = plan;
        this.seq = seq;
        this.kind = line.kind();
        this.amount = line.amount();
        this.dueOn = line.dueOn();
        if (line.rule() != null) {
            this.dueEvent = line.rule().event();
            this.dueDays = line.rule().days();
        }
    }

    UUID id() {
        return id;
    }

    int seq() {
        return seq;
    }

    InstalmentKind kind() {
        return kind;
    }

    Money amount() {
        return amount;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    /** What the due date is counted from; null when the date itself is agreed. */
    DueRule rule() {
        return dueEvent == null ? null : new DueRule(dueEvent, dueDays);
    }

    PlanLine line() {
        return new PlanLine(kind, amount, dueOn, rule());
    }
}

package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What the buyer agreed to pay and when. Never changed: a new agreement is a new revision with its reason. */
@Entity
@Table(name = "payment_plans")
class PaymentPlan {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Account account;

    private int revision;
    private Money price;
    private String reason;
    private String drawnBy;
    private Instant drawnAt;

    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL)
    @OrderBy("seq")
    private List<Instalment> instalments = new ArrayList<>();

    protected PaymentPlan() {}

    PaymentPlan(Account account, int revision, Money price, List<PlanLine> lines, String reason, Act act) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.revision = revision;
        this.price = price;
        this.reason = reason;
        this.drawnBy = act.who();
        this.drawnAt = act.at();
        for (PlanLine line : lines) {
            instalments.add(new Instalment(this, instalments.size() + 1, line));
        }
    }

    List<Instalment> earliestFirst() {
        return instalments.stream()
                .sorted(Comparator.comparing(Instalment::dueOn).thenComparing(Instalment::seq))
                .toList();
    }

    int revision() {
        return revision;
    }

    Money price() {
        return price;
    }

    String reason() {
        return reason;
    }

    List<Instalment> instalments() {
        return instalments;
    }
}

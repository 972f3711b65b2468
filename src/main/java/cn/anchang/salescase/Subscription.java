package cn.anchang.salescase;

import cn.anchang.payment.Fault;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.salescase.ExtensionOutcome.Extended;
import cn.anchang.salescase.ExtensionOutcome.ExtensionAlreadyOver;
import cn.anchang.salescase.ExtensionOutcome.ExtensionBeyondAuthority;
import cn.anchang.salescase.ExtensionOutcome.ExtensionBeyondLimit;
import cn.anchang.shared.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 认购协议书: fixes buyers, price, terms and the day by which the contract is to be signed (R05), and who gave more time (R06). */
@Entity
@Table(name = "subscriptions")
public class Subscription {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;
    private String no;
    private UUID unitId;
    private String unitNo;
    private Money listPrice;
    private Money price;
    private String specialPriceNo;
    private Money deposit;

    @Enumerated(EnumType.STRING)
    private PaymentTerms terms;

    @Enumerated(EnumType.STRING)
    private SubscriptionState state;

    private LocalDate subscribedOn;
    private LocalDate firstSignBy;
    private LocalDate signBy;
    private String forfeitProposedBy;
    private Instant forfeitProposedAt;
    private String forfeitProposal;

    @Enumerated(EnumType.STRING)
    private Fault fault;

    private String ruledBy;
    private Instant ruledAt;
    private String ruling;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "buyers", joinColumns = @JoinColumn(name = "subscription_id"))
    @OrderColumn(name = "seq")
    private List<Buyer> buyers = new ArrayList<>();

    @OneToMany(mappedBy = "subscription", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @OrderBy("grantedAt")
    private List<SigningExtension> extensions = new ArrayList<>();

    protected Subscription() {}

    Subscription(
            UUID caseId,
            String no,
            UnitSnapshot unit,
            Optional<SpecialPrice> special,
            Money deposit,
            PaymentTerms terms,
            List<Buyer> buyers,
            LocalDate subscribedOn,
            LocalDate signBy) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.no = no;
        this.unitId = unit.unitId();
        this.unitNo = unit.unitNo();
        this.listPrice = unit.listPrice();
        this.price = special.map(SpecialPrice::price).orElse(listPrice);
        this.specialPriceNo = special.map(SpecialPrice::no).orElse(null);
        this.deposit = deposit;
        this.terms = terms;
        this.buyers.addAll(buyers);
        this.state = SubscriptionState.SUBSCRIBED;
        this.subscribedOn = subscribedOn;
        this.firstSignBy = signBy;
        this.signBy = signBy;
    }

    /** Days given so far, by whomever: extensions add up (R06). */
    public int extendedDays() {
        return extensions.stream().mapToInt(SigningExtension::days).sum();
    }

    /** How many days an authority may still give. */
    int daysLeft(int limit) {
        return Math.max(0, limit - extendedDays());
    }

    /** @param limit most days in all that this authority may give (R06) */
    ExtensionOutcome extend(
            int days, int limit, Authority authority, String by, String reason, Instant at, LocalDate today) {
        expectWaiting();
        LocalDate until = signBy.plusDays(days);
        if (days > daysLeft(limit)) {
            return authority == Authority.SITE_MANAGER
                    ? new ExtensionBeyondAuthority(days, daysLeft(limit), limit)
                    : new ExtensionBeyondLimit(days, daysLeft(limit), limit);
        } else if (until.isBefore(today)) {
            return new ExtensionAlreadyOver(until);
        }
        extensions.add(new SigningExtension(this, days, until, authority, by, reason, at));
        signBy = until;
        state = SubscriptionState.EXTENDED;
        return new Extended(days, until);
    }

    void proposeForfeit(String by, String reason, Instant at) {
        expectWaiting();
        forfeitProposedBy = by;
        forfeitProposal = reason;
        forfeitProposedAt = at;
    }

    /** Only after the site manager proposed it. */
    void forfeit(Fault whose, String by, String reason, Instant at) {
        expectWaiting();
        if (forfeitProposedAt == null) {
            throw new IllegalStateException(no + ": nobody has proposed to forfeit the deposit");
        }
        undone(UndoKind.FORFEITED, whose, by, reason, at);
    }

    /** Undone, before the contract or after it. */
    void undone(UndoKind kind, Fault whose, String by, String reason, Instant at) {
        fault = whose;
        ruledBy = by;
        ruling = reason;
        ruledAt = at;
        state = kind.subscription();
    }

    /** The contract is to be signed anew, or for the first time under other conditions: the days to sign begin again (R05). */
    void signAnew(LocalDate until) {
        expect(SubscriptionState.SUBSCRIBED, SubscriptionState.EXTENDED, SubscriptionState.CONTRACTED);
        signBy = until;
        forfeitProposedBy = null;
        forfeitProposedAt = null;
        forfeitProposal = null;
        state = extensions.isEmpty() ? SubscriptionState.SUBSCRIBED : SubscriptionState.EXTENDED;
    }

    /** Another unit, at its price of the day: a special price of the old one does not go along. */
    void exchanged(UnitSnapshot chosen, Money newPrice) {
        unitId = chosen.unitId();
        unitNo = chosen.unitNo();
        listPrice = chosen.listPrice();
        specialPriceNo = null;
        price = newPrice;
    }

    void boughtBy(List<Buyer> others) {
        buyers.clear();
        buyers.addAll(others);
    }

    void paidBy(PaymentTerms others) {
        terms = others;
    }

    void contracted() {
        expectWaiting();
        state = SubscriptionState.CONTRACTED;
    }

    /** Whether the contract is still to be signed. */
    boolean isWaiting() {
        return state == SubscriptionState.SUBSCRIBED || state == SubscriptionState.EXTENDED;
    }

    private void expectWaiting() {
        expect(SubscriptionState.SUBSCRIBED, SubscriptionState.EXTENDED);
    }

    private void expect(SubscriptionState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new IllegalStateException("%s is %s".formatted(no, state));
        }
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

    public String unitNo() {
        return unitNo;
    }

    public Money price() {
        return price;
    }

    /** What the unit cost by the list; the price itself, unless somebody approved another. */
    public Money listPrice() {
        return listPrice;
    }

    /** The document that approved the price, or null when it is the list's (R09). */
    public String specialPriceNo() {
        return specialPriceNo;
    }

    public Money deposit() {
        return deposit;
    }

    public PaymentTerms terms() {
        return terms;
    }

    public SubscriptionState state() {
        return state;
    }

    public LocalDate subscribedOn() {
        return subscribedOn;
    }

    /** As agreed at first, without extensions (R05). */
    public LocalDate firstSignBy() {
        return firstSignBy;
    }

    public LocalDate signBy() {
        return signBy;
    }

    public String forfeitProposal() {
        return forfeitProposal;
    }

    public Fault fault() {
        return fault;
    }

    public String ruledBy() {
        return ruledBy;
    }

    public String ruling() {
        return ruling;
    }

    public List<Buyer> buyers() {
        return List.copyOf(buyers);
    }

    public List<SigningExtension> extensions() {
        return List.copyOf(extensions);
    }
}

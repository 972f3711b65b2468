package cn.anchang.change;

import cn.anchang.change.ChangeContent.Line;
import cn.anchang.inventory.UnitOffer;
import cn.anchang.payment.Fault;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanOffer;
import cn.anchang.payment.PlanProposal;
import cn.anchang.payment.Settlement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.salescase.CaseFile.MaskedBuyer;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.salescase.SalePlans;
import cn.anchang.salescase.SalesChanges;
import cn.anchang.salescase.Standing;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a request for a change starts with, so that people confirm more than they type. */
@Component
@Transactional(readOnly = true)
public class ChangeProposals {

    /** One answer of several. */
    public record Choice(String code, String name) {}

    private final SalesChanges changes;
    private final ChangeDrafts drafts;
    private final SalePlans plans;
    private final Ledger ledger;
    private final ChangeOrders orders;
    private final ChangeSettings settings;
    private final Sentences sentences;

    ChangeProposals(
            SalesChanges changes,
            ChangeDrafts drafts,
            SalePlans plans,
            Ledger ledger,
            ChangeOrders orders,
            ChangeSettings settings,
            Sentences sentences) {
        this.changes = changes;
        this.drafts = drafts;
        this.plans = plans;
        this.ledger = ledger;
        this.orders = orders;
        this.settings = settings;
        this.sentences = sentences;
    }

    /**
     * The values of a request's form for a sale.
     *
     * @param terms the terms wanted, or null
     * @param unitId the unit wanted, or null
     */
    public Map<String, Object> of(UUID caseId, ChangeKind kind, PaymentTerms terms, UUID unitId) {
        Standing sale = changes.standing(caseId).orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("caseId", caseId);
        values.put("kind", kind);
        values.put("sale", saleOf(sale));
        objection(caseId, kind).ifPresent(no -> values.put("objection", no));
        switch (kind) {
            case EXTEND_SIGNING -> moreDays(values, sale);
            case DEFER_PAYMENT -> deferral(values, sale);
            case RESCHEDULE -> plan(values, sale, later(sale), sale.terms().orElse(null), sale.price());
            case CHANGE_TERMS -> terms(values, sale, terms);
            case CHANGE_BUYERS ->
                values.put(
                        "buyers",
                        sale.buyers().stream().map(ChangeProposals::buyer).toList());
            case EXCHANGE_UNIT -> unit(values, sale, unitId);
            case WITHDRAW, RETURN_UNIT, FORFEIT -> undoing(values, sale, kind);
        }
        return values;
    }

    /** The same, with what an earlier version of the request said in place of what would be proposed. */
    Map<String, Object> of(ChangeContent said) {
        PaymentTerms terms = said.newPlan() == null ? null : said.newPlan().newTerms();
        UUID unit = said.newUnit() == null ? null : said.newUnit().unitId();
        Map<String, Object> values = of(said.caseId(), said.kind(), terms, unit);
        values.put("reason", said.reason());
        values.put("fee", said.fee());
        if (said.moreDays() != null) {
            values.put("days", said.moreDays().days());
        }
        if (said.newPlan() != null && said.kind() == ChangeKind.DEFER_PAYMENT) {
            said.newPlan().after().stream()
                    .filter(line -> !said.newPlan().before().contains(line))
                    .findFirst()
                    .ifPresent(line -> {
                        values.put("line", line.key());
                        values.put("dueOn", line.dueOn());
                    });
        } else if (said.newPlan() != null) {
            values.put("plan", said.newPlan().after());
        }
        if (said.undoing() != null) {
            values.put("fault", said.undoing().fault());
        }
        values.put("exception", said.touchesFirstPayment());
        return values;
    }

    /** Why each of these changes may not be asked for now; those that may are not in it. */
    public Map<ChangeKind, String> objections(UUID caseId, Collection<ChangeKind> kinds) {
        Optional<String> open = underWay(caseId);
        Map<ChangeKind, String> objections = new EnumMap<>(ChangeKind.class);
        kinds.forEach(kind -> open.or(() -> changes.objection(caseId, kind).map(sentences::of))
                .ifPresent(why -> objections.put(kind, why)));
        return objections;
    }

    /** Why such a change of this sale cannot be asked for now. */
    public Optional<String> objection(UUID caseId, ChangeKind kind) {
        return underWay(caseId).or(() -> changes.objection(caseId, kind).map(sentences::of));
    }

    private Optional<String> underWay(UUID caseId) {
        return orders.findFirstByCaseIdAndStateIn(caseId, OpenChanges.OPEN)
                .map(order ->
                        sentences.text("change.underWay", sentences.text("change.open", order.no(), order.kind())));
    }

    private String saleOf(Standing sale) {
        return sentences.text(
                "change.sale", sale.customerName(), sale.projectName(), sale.unitNo(), sale.caseNo(), sale.stageName());
    }

    private void moreDays(Map<String, Object> values, Standing sale) {
        values.put("days", settings.extendDays());
        values.put("signBy", sale.signBy());
        values.put("extendedDays", sale.extendedDays());
        if (sale.signBy() != null) {
            values.put("extension", sentences.text("change.extension", sale.signBy(), sale.extendedDays()));
        }
    }

    private void deferral(Map<String, Object> values, Standing sale) {
        List<InstalmentView> open =
                sale.plan().stream().filter(line -> line.rest().isPositive()).toList();
        values.put(
                "openLines",
                open.stream()
                        .map(line -> new Choice(
                                ChangeDrafts.key(line),
                                sentences.text("change.line", line.seq(), line.kind(), line.rest(), line.dueOn())))
                        .toList());
        open.stream()
                .filter(line -> !line.kind().dueBySigning())
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(line -> {
                    values.put("line", line.seq());
                    values.put("dueOn", line.dueOn().plusDays(settings.deferDays()));
                });
    }

    private void terms(Map<String, Object> values, Standing sale, PaymentTerms wanted) {
        values.put(
                "termsOffered",
                Arrays.stream(PaymentTerms.values())
                        .filter(terms -> sale.terms().filter(terms::equals).isEmpty())
                        .map(terms -> new Choice(terms.name(), sentences.name(terms)))
                        .toList());
        values.put("terms", wanted);
        if (wanted != null) {
            drawn(values, sale, wanted, sale.price());
        }
    }

    private void unit(Map<String, Object> values, Standing sale, UUID unitId) {
        Optional<UnitOffer> offer = unitId == null ? Optional.empty() : drafts.offer(sale, unitId);
        offer.ifPresent(unit -> {
            values.put("unitId", unitId);
            values.put("unitName", unit.unitNo());
            values.put("unitPrice", sentences.text("change.unitPrice", unit.unitNo(), unit.listPrice(), sale.price()));
            drawn(values, sale, sale.terms().orElseThrow(), unit.listPrice());
        });
    }

    private void drawn(Map<String, Object> values, Standing sale, PaymentTerms terms, Money price) {
        PlanOffer offer = plans.propose(sale.caseId(), price, terms, null, null);
        if (offer instanceof PlanProposal proposal) {
            List<Line> lines = new ArrayList<>();
            proposal.lines()
                    .forEach(line -> lines.add(
                            new Line("n" + lines.size(), line.kind(), line.amount(), line.dueOn(), line.rule())));
            plan(values, sale, lines, terms, price);
            values.put("basis", proposal.basis());
        } else {
            values.put("planTrouble", sentences.of((Refusal) offer));
        }
    }

    private void plan(Map<String, Object> values, Standing sale, List<Line> lines, PaymentTerms terms, Money price) {
        values.put("plan", lines);
        values.put("price", price);
        values.put(
                "planKinds",
                Arrays.stream(InstalmentKind.values())
                        .filter(kind -> terms == null || terms.allows(kind))
                        .map(kind -> new Choice(kind.name(), sentences.name(kind)))
                        .toList());
    }

    private void undoing(Map<String, Object> values, Standing sale, ChangeKind kind) {
        values.put(
                "outcomes",
                Arrays.stream(Fault.values())
                        .filter(fault -> kind != ChangeKind.FORFEIT || fault == Fault.BUYER)
                        .map(fault -> outcome(sale.caseId(), fault))
                        .toList());
    }

    /** R20 in money, before anybody asks. */
    private Map<String, Object> outcome(UUID caseId, Fault fault) {
        Settlement settled = ledger.foresee(caseId, fault);
        return Map.of(
                "fault", fault,
                "name", sentences.name(fault),
                "forfeited", settled.forfeited(),
                "refund", settled.refund());
    }

    /** What is open and not due by signing comes later; all else stays. */
    private List<Line> later(Standing sale) {
        return sale.plan().stream()
                .map(line -> line.rest().isPositive() && !line.kind().dueBySigning()
                        ? new Line(
                                ChangeDrafts.key(line),
                                line.kind(),
                                line.amount(),
                                line.dueOn().plusDays(settings.deferDays()),
                                null)
                        : ChangeDrafts.line(line))
                .toList();
    }

    /** Numbers are not given back: whoever stays is entered from their papers again. */
    private static Map<String, Object> buyer(MaskedBuyer buyer) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", buyer.name());
        values.put("idType", buyer.idType());
        values.put("sharePercent", buyer.sharePercent());
        return values;
    }
}

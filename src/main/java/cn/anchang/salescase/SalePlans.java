package cn.anchang.salescase;

import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanOffer;
import cn.anchang.payment.PlanProposal;
import cn.anchang.payment.PlanRequest;
import cn.anchang.payment.PlanRules;
import cn.anchang.salescase.SubscriptionOutcome.SpecialFirstMoneyDiffers;
import cn.anchang.salescase.SubscriptionOutcome.SpecialLineDiffers;
import cn.anchang.salescase.SubscriptionOutcome.SpecialTermsDiffer;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a sale's payment plan is drawn from: its unit, its money and its days, by dated rules (R11, R12). */
@Service
@Transactional(readOnly = true)
public class SalePlans {

    private final SalesCases cases;
    private final Subscriptions subscriptions;
    private final SalesContracts contracts;
    private final UnitCatalogue units;
    private final PlanRules plans;
    private final SalesRules rules;
    private final Deadlines deadlines;
    private final Sentences sentences;
    private final ObjectProvider<SpecialPrices> specialPrices;

    SalePlans(
            SalesCases cases,
            Subscriptions subscriptions,
            SalesContracts contracts,
            UnitCatalogue units,
            PlanRules plans,
            SalesRules rules,
            Deadlines deadlines,
            Sentences sentences,
            ObjectProvider<SpecialPrices> specialPrices) {
        this.cases = cases;
        this.subscriptions = subscriptions;
        this.contracts = contracts;
        this.units = units;
        this.plans = plans;
        this.rules = rules;
        this.deadlines = deadlines;
        this.sentences = sentences;
        this.specialPrices = specialPrices;
    }

    /** A plan as the rules draw it; loans left null are proposed. */
    public PlanOffer propose(UUID caseId, Money price, PaymentTerms terms, Money commercialLoan, Money fundLoan) {
        return plans.propose(request(caseId, price, terms, commercialLoan, fundLoan));
    }

    /**
     * The question a plan answers, with the days as they stand: signing by today's rule, by the subscription, or as it was.
     * Terms that are agreed already keep the rules of the day they were agreed on; others are measured by today's.
     *
     * @throws NoSuchElementException when the sale has no unit
     */
    public PlanRequest request(UUID caseId, Money price, PaymentTerms terms, Money commercialLoan, Money fundLoan) {
        SalesCase salesCase = cases.findById(caseId).orElseThrow();
        OccupiedUnit unit = units.unitOf(caseId).orElseThrow();
        Optional<SalesContract> contract = contracts.findByCaseId(caseId);
        LocalDate today = deadlines.today();
        Optional<Subscription> subscription = subscriptions.findByCaseId(caseId);
        LocalDate signBy = contract.map(SalesContract::signedOn)
                .or(() -> subscription.map(Subscription::signBy))
                .orElseGet(() -> today.plusDays(rules.signing().days()));
        return new PlanRequest(
                price,
                salesCase.deposit() == null ? Money.ZERO : salesCase.deposit(),
                salesCase.depositOn() == null ? today : salesCase.depositOn(),
                terms,
                units.project(unit.projectId()).orElseThrow().city(),
                unit.use().name(),
                signBy,
                contract.map(SalesContract::deliverOn).orElse(null),
                commercialLoan,
                fundLoan,
                subscription
                        .filter(agreed -> agreed.terms() == terms)
                        .map(Subscription::subscribedOn)
                        .orElse(today));
    }

    /** The price approved for this sale and not used yet, whether it still holds or not. */
    public Optional<SpecialPrice> specialPrice(UUID caseId) {
        return Optional.ofNullable(specialPrices.getIfAvailable()).flatMap(known -> known.inForce(caseId));
    }

    /** A plan for the subscription: what was approved with a special price that holds, else as the rules draw it. */
    public PlanOffer draw(UUID caseId, PaymentTerms terms, Money commercialLoan, Money fundLoan) {
        PlanRequest request = request(caseId, price(caseId), terms, commercialLoan, fundLoan);
        return specialPrice(caseId)
                .filter(SpecialPrice::holds)
                .<PlanOffer>map(special -> new PlanProposal(
                        approved(special, request),
                        Money.ZERO,
                        sentences.text("plan.special", special.no(), special.price(), special.listPrice())))
                .orElseGet(() -> plans.propose(request));
    }

    /** The approved lines with the deposit as it was really paid, and with the days as they now are. */
    private List<PlanLine> approved(SpecialPrice special, PlanRequest request) {
        Money rest = bySigning(special.plan()).minus(request.deposit());
        InstalmentKind opening = special.plan().stream()
                .map(PlanLine::kind)
                .filter(kind -> kind.dueBySigning() && kind != InstalmentKind.DEPOSIT)
                .findFirst()
                .orElseThrow();
        List<PlanLine> lines = new ArrayList<>();
        if (request.deposit().isPositive()) {
            lines.add(new PlanLine(InstalmentKind.DEPOSIT, request.deposit(), request.depositOn()));
        }
        lines.add(new PlanLine(opening, rest, request.signBy()));
        later(special.plan(), request).forEach(lines::add);
        return List.copyOf(lines);
    }

    /**
     * What of a plan is not as it was approved with the special price: the terms, the sum due by signing, or a later line. How that sum
     * falls on deposit and first payment, and on which day of the days to sign, was not part of the bargain.
     */
    Optional<SubscriptionOutcome> departure(SpecialPrice special, PlanRequest request, List<PlanLine> plan) {
        if (special.terms() != request.terms()) {
            return Optional.of(new SpecialTermsDiffer(special.no(), special.terms(), request.terms()));
        } else if (!bySigning(special.plan()).equals(bySigning(plan))) {
            return Optional.of(new SpecialFirstMoneyDiffers(special.no(), bySigning(special.plan()), bySigning(plan)));
        }
        List<PlanLine> left = new ArrayList<>(plan);
        return later(special.plan(), request)
                .filter(line -> !left.remove(line))
                .findFirst()
                .map(line -> new SpecialLineDiffers(special.no(), line.kind(), line.amount(), line.dueOn()));
    }

    private Stream<PlanLine> later(List<PlanLine> lines, PlanRequest request) {
        return lines.stream().filter(line -> !line.kind().dueBySigning()).map(line -> plans.dated(line, request));
    }

    private static Money bySigning(List<PlanLine> lines) {
        return Money.sum(lines.stream()
                .filter(line -> line.kind().dueBySigning())
                .map(PlanLine::amount)
                .toList());
    }

    /** What the sale costs: as subscribed, else as approved for it, else by the list. */
    public Money price(UUID caseId) {
        return subscriptions
                .findByCaseId(caseId)
                .map(Subscription::price)
                .or(() -> specialPrice(caseId).filter(SpecialPrice::holds).map(SpecialPrice::price))
                .orElseGet(() -> cases.findById(caseId).orElseThrow().unit().listPrice());
    }
}

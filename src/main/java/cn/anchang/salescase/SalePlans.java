package cn.anchang.salescase;

import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanOffer;
import cn.anchang.payment.PlanRequest;
import cn.anchang.payment.PlanRules;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a sale's payment plan is drawn from: its unit, its money and its days, by the rules of today (R11, R12). */
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
    private final ObjectProvider<SpecialPrices> specialPrices;

    SalePlans(
            SalesCases cases,
            Subscriptions subscriptions,
            SalesContracts contracts,
            UnitCatalogue units,
            PlanRules plans,
            SalesRules rules,
            Deadlines deadlines,
            ObjectProvider<SpecialPrices> specialPrices) {
        this.cases = cases;
        this.subscriptions = subscriptions;
        this.contracts = contracts;
        this.units = units;
        this.plans = plans;
        this.rules = rules;
        this.deadlines = deadlines;
        this.specialPrices = specialPrices;
    }

    /** A plan as the rules draw it; loans left null are proposed. */
    public PlanOffer propose(UUID caseId, Money price, PaymentTerms terms, Money commercialLoan, Money fundLoan) {
        return plans.propose(request(caseId, price, terms, commercialLoan, fundLoan));
    }

    /**
     * The question a plan answers, with the days as they stand: signing by today's rule, by the subscription, or as it was.
     *
     * @throws NoSuchElementException when the sale has no unit
     */
    public PlanRequest request(UUID caseId, Money price, PaymentTerms terms, Money commercialLoan, Money fundLoan) {
        SalesCase salesCase = cases.findById(caseId).orElseThrow();
        OccupiedUnit unit = units.unitOf(caseId).orElseThrow();
        Optional<SalesContract> contract = contracts.findByCaseId(caseId);
        LocalDate today = deadlines.today();
        LocalDate signBy = contract.map(SalesContract::signedOn)
                .or(() -> subscriptions.findByCaseId(caseId).map(Subscription::signBy))
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
                today);
    }

    /** The price approved for this sale and not used yet, whether it still holds or not. */
    public Optional<SpecialPrice> specialPrice(UUID caseId) {
        return Optional.ofNullable(specialPrices.getIfAvailable()).flatMap(known -> known.inForce(caseId));
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

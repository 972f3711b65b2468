package cn.anchang.salescase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitState;
import cn.anchang.inventory.UnitUse;
import cn.anchang.payment.DueEvent;
import cn.anchang.payment.DueRule;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanProposal;
import cn.anchang.payment.PlanRequest;
import cn.anchang.payment.PlanRules;
import cn.anchang.salescase.SubscriptionOutcome.SpecialFirstMoneyDiffers;
import cn.anchang.salescase.SubscriptionOutcome.SpecialLineDiffers;
import cn.anchang.salescase.SubscriptionOutcome.SpecialTermsDiffer;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** A special price binds the subscription: what of it is prefilled, and what counts as another plan (R09). */
class SalePlansTest {

    private static final LocalDate APPROVED = LocalDate.of(2026, 11, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SIGN_BY = TODAY.plusDays(7);
    private static final DueRule AFTER_SIGNING = new DueRule(DueEvent.SIGNING, 45);

    private final SalesCases cases = mock();
    private final Subscriptions subscriptions = mock();
    private final SalesContracts contracts = mock();
    private final UnitCatalogue units = mock();
    private final PlanRules rules = mock();
    private final SalesRules days = mock();
    private final Deadlines deadlines = mock();
    private final Sentences sentences = mock();
    private final ObjectProvider<SpecialPrices> provider = mock();
    private final SpecialPrices approvals = mock();
    private final SalesCase salesCase = mock();
    private final UUID id = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();

    private final SalePlans plans =
            new SalePlans(cases, subscriptions, contracts, units, rules, days, deadlines, sentences, provider);

    @BeforeEach
    void aSaleThatPaidItsDepositLast() {
        when(salesCase.deposit()).thenReturn(Money.of("50000"));
        when(salesCase.depositOn()).thenReturn(TODAY.minusDays(1));
        when(salesCase.unit())
                .thenReturn(new UnitSnapshot(
                        UUID.randomUUID(), "1-101", "1号楼", null, BigDecimal.TEN, Money.of("1000000"), "证"));
        when(cases.findById(id)).thenReturn(Optional.of(salesCase));
        when(units.unitOf(id))
                .thenReturn(Optional.of(new OccupiedUnit(
                        UUID.randomUUID(),
                        "1-101",
                        project,
                        "云栖花园",
                        "YQ",
                        "1号楼",
                        "证",
                        1,
                        UnitUse.HOME,
                        null,
                        BigDecimal.TEN,
                        UnitState.HELD,
                        Money.of("1000000"),
                        Money.of("950000"),
                        Instant.EPOCH)));
        when(units.project(project))
                .thenReturn(Optional.of(new ProjectView(project, "云栖花园", "YQ", "华东", "杭州", List.of())));
        when(deadlines.today()).thenReturn(TODAY);
        when(days.signing()).thenReturn(new SalesRules.Signing(7, 5, 7, 8, 7, 14, 90));
        when(sentences.text(any(), any(Object[].class))).thenReturn("按特价");
        when(rules.dated(any(), any())).thenAnswer(call -> {
            PlanLine line = call.getArgument(0);
            PlanRequest request = call.getArgument(1);
            return line.rule() == null
                    ? line
                    : new PlanLine(line.kind(), line.amount(), line.rule().dueOn(request.signBy(), null), line.rule());
        });
        when(provider.getIfAvailable()).thenReturn(approvals);
        when(approvals.inForce(id)).thenReturn(Optional.of(special(true)));
    }

    @Test
    void aSaleWithoutASpecialPriceCostsWhatTheListSaysAndSoDoesOneWhoseApprovalIsVoid() {
        assertThat(plans.price(id)).isEqualTo(Money.of("980000"));
        when(approvals.inForce(id)).thenReturn(Optional.of(special(false)));
        assertThat(plans.price(id)).isEqualTo(Money.of("1000000"));
        assertThat(plans.specialPrice(id)).as("to say why").isPresent();
        when(approvals.inForce(id)).thenReturn(Optional.empty());
        assertThat(plans.price(id)).isEqualTo(Money.of("1000000"));
        when(provider.getIfAvailable()).thenReturn(null);
        assertThat(plans.price(id)).isEqualTo(Money.of("1000000"));
    }

    @Test
    void theApprovedPlanIsTakenWithTheDepositAsItWasPaidAndTheDaysAsTheyAreNow() {
        PlanProposal drawn = (PlanProposal) plans.draw(id, PaymentTerms.COMMERCIAL, null, null);

        assertThat(drawn.lines())
                .containsExactly(
                        new PlanLine(InstalmentKind.DEPOSIT, Money.of("50000"), TODAY.minusDays(1)),
                        new PlanLine(InstalmentKind.FIRST, Money.of("230000"), SIGN_BY),
                        new PlanLine(InstalmentKind.MORTGAGE, Money.of("700000"), SIGN_BY.plusDays(45), AFTER_SIGNING));
        assertThat(plans.departure(special(true), request(PaymentTerms.COMMERCIAL), drawn.lines()))
                .as("what is prefilled is what was approved")
                .isEmpty();
    }

    @Test
    void howTheMoneyBeforeSigningIsDividedWasNotApprovedButItsSumWas() {
        assertThat(departure(
                        PaymentTerms.COMMERCIAL,
                        first("100000", TODAY),
                        first("180000", SIGN_BY),
                        loan("700000", AFTER_SIGNING)))
                .isEmpty();
        assertThat(departure(PaymentTerms.COMMERCIAL, first("279999.99", SIGN_BY), loan("700000", AFTER_SIGNING)))
                .contains(new SpecialFirstMoneyDiffers("TJ-1", Money.of("280000"), Money.of("279999.99")));
    }

    @Test
    void otherTermsAndOtherLaterLinesAreAnotherPlan() {
        assertThat(departure(PaymentTerms.FULL, first("980000", SIGN_BY)))
                .contains(new SpecialTermsDiffer("TJ-1", PaymentTerms.COMMERCIAL, PaymentTerms.FULL));
        SpecialLineDiffers loanDiffers =
                new SpecialLineDiffers("TJ-1", InstalmentKind.MORTGAGE, Money.of("700000"), SIGN_BY.plusDays(45));
        assertThat(departure(PaymentTerms.COMMERCIAL, first("280000", SIGN_BY), loan("700000.01", AFTER_SIGNING)))
                .contains(loanDiffers);
        assertThat(departure(
                        PaymentTerms.COMMERCIAL,
                        first("280000", SIGN_BY),
                        loan("700000", new DueRule(DueEvent.SIGNING, 90))))
                .as("paid later is another plan, and another price")
                .contains(loanDiffers);
    }

    /** What the authorities ask for later does not reach back into what was agreed. */
    @Test
    void termsAgreedOnKeepTheRulesOfTheirDayAndOthersAreMeasuredByTodays() {
        Subscription agreed = SubscriptionTest.subscription();
        when(subscriptions.findByCaseId(id)).thenReturn(Optional.of(agreed));

        assertThat(request(PaymentTerms.FULL).asOf()).isEqualTo(agreed.subscribedOn());
        assertThat(request(PaymentTerms.COMMERCIAL).asOf()).isEqualTo(TODAY);
        assertThat(request(PaymentTerms.COMMERCIAL).signBy()).isEqualTo(agreed.signBy());
        assertThat(plans.price(id)).isEqualTo(agreed.price());
    }

    private Optional<SubscriptionOutcome> departure(PaymentTerms terms, PlanLine... lines) {
        return plans.departure(special(true), request(terms), List.of(lines));
    }

    private PlanRequest request(PaymentTerms terms) {
        return plans.request(id, Money.of("980000"), terms, null, null);
    }

    private static PlanLine first(String amount, LocalDate dueOn) {
        return new PlanLine(InstalmentKind.FIRST, Money.of(amount), dueOn);
    }

    private static PlanLine loan(String amount, DueRule rule) {
        return new PlanLine(InstalmentKind.MORTGAGE, Money.of(amount), rule.dueOn(SIGN_BY, null), rule);
    }

    /** Approved three weeks ago, before any deposit was paid. */
    private SpecialPrice special(boolean holds) {
        return new SpecialPrice(
                UUID.randomUUID(),
                "TJ-1",
                UUID.randomUUID(),
                Money.of("1000000"),
                Money.of("980000"),
                PaymentTerms.COMMERCIAL,
                List.of(
                        new PlanLine(InstalmentKind.FIRST, Money.of("280000"), APPROVED.plusDays(7)),
                        new PlanLine(
                                InstalmentKind.MORTGAGE, Money.of("700000"), APPROVED.plusDays(52), AFTER_SIGNING)),
                "zhao.ming",
                holds,
                holds ? null : "目录价已调整");
    }
}

package cn.anchang.payment;

import static cn.anchang.payment.LedgerFixture.yuan;
import static cn.anchang.payment.PlanFixture.RULES;
import static cn.anchang.payment.PlanFixture.SIGN_BY;
import static cn.anchang.payment.PlanFixture.TODAY;
import static cn.anchang.payment.PlanFixture.home;
import static cn.anchang.payment.PlanFixture.percent;
import static cn.anchang.payment.PlanFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.anchang.payment.PlanOffer.FundLoanTooHigh;
import cn.anchang.payment.PlanOffer.LoanMissing;
import cn.anchang.payment.PlanOffer.LoanTooHigh;
import cn.anchang.payment.PlanOutcome.FirstPaymentMissing;
import cn.anchang.payment.PlanOutcome.PlanLineNotPositive;
import cn.anchang.payment.PlanOutcome.PlanSumDiffers;
import cn.anchang.payment.PlanSettings.DownPayment;
import cn.anchang.payment.PlanSettings.Loans;
import cn.anchang.payment.PlanSettings.Schedule;
import cn.anchang.payment.PlanSettings.Share;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanRulesTest {

    private static final DueRule AT_45 = new DueRule(DueEvent.SIGNING, 45);

    @Test
    void paidInFullIsDepositAndTheRestBySigning() {
        assertThat(lines(home(PaymentTerms.FULL)))
                .containsExactly(
                        new PlanLine(InstalmentKind.DEPOSIT, yuan("50000"), TODAY),
                        new PlanLine(InstalmentKind.FULL, yuan("950000"), SIGN_BY));
    }

    @Test
    void instalmentsAreThirtyThirtyThirtyTenAndTheFirstContainsTheDeposit() {
        assertThat(lines(home(PaymentTerms.INSTALMENTS)))
                .containsExactly(
                        new PlanLine(InstalmentKind.DEPOSIT, yuan("50000"), TODAY),
                        new PlanLine(InstalmentKind.FIRST, yuan("250000"), SIGN_BY),
                        later(InstalmentKind.INSTALMENT, "300000", DueEvent.SIGNING, 60, SIGN_BY.plusDays(60)),
                        later(InstalmentKind.INSTALMENT, "300000", DueEvent.SIGNING, 120, SIGN_BY.plusDays(120)),
                        later(InstalmentKind.BALANCE, "100000", DueEvent.HANDOVER, 0, SIGN_BY.plusDays(365)));
        assertThat(proposal(home(PaymentTerms.INSTALMENTS)).basis())
                .contains("30%（含定金）", "签约后 60 天 30%", "交房时 10%", "15%", "150,000.00");
    }

    @Test
    void whatIsLeftOverWhenLinesAreRoundedIsInTheFirstPayment() {
        List<PlanLine> lines = lines(request("1234567.89", "0", PaymentTerms.INSTALMENTS, "杭州", "HOME"));

        assertThat(lines)
                .extracting(PlanLine::amount)
                .containsExactly(yuan("370371.89"), yuan("370370"), yuan("370370"), yuan("123456"));
    }

    @Test
    void aLoanIsAsHighAsTheDownPaymentAllowsInStepsOfTenThousand() {
        assertThat(lines(request("1234567.89", "50000", PaymentTerms.COMMERCIAL, "杭州", "HOME")))
                .containsExactly(
                        new PlanLine(InstalmentKind.DEPOSIT, yuan("50000"), TODAY),
                        new PlanLine(InstalmentKind.FIRST, yuan("144567.89"), SIGN_BY),
                        new PlanLine(InstalmentKind.MORTGAGE, yuan("1040000"), SIGN_BY.plusDays(45), AT_45));
    }

    @Test
    void theFundLendsNoMoreThanItsCityAllowsAndABankTheRest() {
        assertThat(loan(request("2000000", "50000", PaymentTerms.FUND, "杭州", "HOME"), InstalmentKind.FUND))
                .isEqualTo(yuan("1300000"));
        assertThat(loan(request("2000000", "50000", PaymentTerms.FUND, "绍兴", "HOME"), InstalmentKind.FUND))
                .isEqualTo(yuan("1000000"));
        PlanRequest combined = request("2000000", "50000", PaymentTerms.COMBINED, "杭州", "HOME");
        assertThat(loan(combined, InstalmentKind.FUND)).isEqualTo(yuan("1300000"));
        assertThat(loan(combined, InstalmentKind.MORTGAGE)).isEqualTo(yuan("400000"));
        PlanRequest small = home(PaymentTerms.COMBINED);
        assertThat(loan(small, InstalmentKind.FUND)).isEqualTo(yuan("420000"));
        assertThat(loan(small, InstalmentKind.MORTGAGE)).isEqualTo(yuan("430000"));
    }

    @Test
    void aLoanThatWasNamedIsTakenAsItIsAndTheOtherIsWhatMayStillBeBorrowed() {
        PlanRequest bankNamed = loans(PaymentTerms.COMBINED, "123456.78", null);
        assertThat(loan(bankNamed, InstalmentKind.MORTGAGE)).isEqualTo(yuan("123456.78"));
        assertThat(loan(bankNamed, InstalmentKind.FUND)).isEqualTo(yuan("720000"));
        PlanRequest fundNamed = loans(PaymentTerms.COMBINED, null, "300000");
        assertThat(loan(fundNamed, InstalmentKind.MORTGAGE)).isEqualTo(yuan("550000"));
        assertThat(lines(fundNamed)).extracting(PlanLine::amount).contains(yuan("100000"));
    }

    @Test
    void tooMuchBorrowedIsRefusedWithTheMostThatMayBe() {
        assertThat(RULES.propose(loans(PaymentTerms.COMMERCIAL, "850000.01", null)))
                .isEqualTo(new LoanTooHigh(yuan("850000.01"), yuan("850000"), "15"));
        assertThat(RULES.propose(loans(PaymentTerms.COMMERCIAL, "850000", null)))
                .isInstanceOf(PlanProposal.class);
        assertThat(RULES.propose(loans(PaymentTerms.COMBINED, "500000", "400000")))
                .isEqualTo(new LoanTooHigh(yuan("900000"), yuan("850000"), "15"));
        assertThat(RULES.propose(loans(PaymentTerms.COMBINED, "850000", null)))
                .isEqualTo(new LoanMissing(LoanKind.FUND));
        assertThat(RULES.propose(loans(PaymentTerms.COMMERCIAL, "0", null)))
                .isEqualTo(new LoanMissing(LoanKind.COMMERCIAL));
        assertThat(RULES.propose(
                        request(yuan("3000000"), yuan("0"), PaymentTerms.FUND, "杭州", "HOME", null, yuan("1300000.01"))))
                .isEqualTo(new FundLoanTooHigh(yuan("1300000.01"), yuan("1300000")));
    }

    /** R07: however low R11's share, something is paid before signing that is not the deposit. */
    @Test
    void aHighDepositStillLeavesAFirstPayment() {
        List<PlanLine> lines = lines(request("1000000", "200000", PaymentTerms.COMMERCIAL, "杭州", "HOME"));

        assertThat(lines)
                .extracting(PlanLine::kind)
                .containsExactly(InstalmentKind.DEPOSIT, InstalmentKind.FIRST, InstalmentKind.MORTGAGE);
        assertThat(lines.get(1).amount()).isEqualTo(yuan("10000"));
    }

    @Test
    void theRowOfTheDayTheCityAndTheUseCounts() {
        assertThat(floor(request("1000000", "0", PaymentTerms.COMMERCIAL, "杭州", "SHOP")))
                .isEqualTo(yuan("300000"));
        assertThat(floor(request("1000000", "0", PaymentTerms.COMMERCIAL, "杭州", "APARTMENT")))
                .isEqualTo(yuan("300000"));
        assertThat(floor(on(LocalDate.of(2024, 9, 28)))).isEqualTo(yuan("200000"));
        assertThat(floor(on(LocalDate.of(2024, 9, 29)))).isEqualTo(yuan("150000"));
        assertThat(floor(request("1000000.01", "0", PaymentTerms.COMMERCIAL, "杭州", "HOME")))
                .as("rounded up: a cent less would be below the share")
                .isEqualTo(yuan("150000.01"));
    }

    @Test
    void aCityGoesBeforeAUseAndAUseBeforeALaterRow() {
        List<DownPayment> rows = List.of(
                row("2000-01-01", "*", "*", "40"),
                row("2026-01-01", "*", "*", "35"),
                row("2001-01-01", "*", "SHOP", "50"),
                row("2002-01-01", "杭州", "*", "25"),
                row("2027-01-01", "杭州", "SHOP", "60"));
        assertThat(PlanSettings.of(rows, "宁波", "HOME", TODAY).percent()).isEqualTo("35");
        assertThat(PlanSettings.of(rows, "宁波", "SHOP", TODAY).percent()).isEqualTo("50");
        assertThat(PlanSettings.of(rows, "杭州", "SHOP", TODAY).percent()).isEqualTo("25");
        assertThat(PlanSettings.of(rows, "杭州", "SHOP", LocalDate.of(2027, 1, 1)).percent())
                .isEqualTo("60");
        assertThatIllegalStateException()
                .isThrownBy(() -> PlanSettings.of(rows, "宁波", "HOME", LocalDate.of(1999, 12, 31)));
    }

    @Test
    void whatTheRulesProposeTheyAlsoAccept() {
        for (PaymentTerms terms : PaymentTerms.values()) {
            assertThat(RULES.check(home(terms), lines(home(terms))))
                    .as("%s", terms)
                    .isEmpty();
        }
    }

    @Test
    void aPlanThatWasChangedIsStillCheckedLineByLine() {
        PlanRequest mortgage = home(PaymentTerms.COMMERCIAL);
        assertThat(fault(mortgage, line(InstalmentKind.FIRST, "0"), line(InstalmentKind.MORTGAGE, "1000000")))
                .contains(new PlanLineNotPositive(1));
        assertThat(fault(mortgage, line(InstalmentKind.FIRST, "500000"), line(InstalmentKind.INSTALMENT, "500000")))
                .contains(new KindNotOffered(InstalmentKind.INSTALMENT, PaymentTerms.COMMERCIAL));
        assertThat(fault(mortgage, line(InstalmentKind.FIRST, "199999.99"), line(InstalmentKind.MORTGAGE, "800000")))
                .contains(new PlanSumDiffers(yuan("1000000"), yuan("999999.99"), yuan("0.01")));
        assertThat(fault(mortgage, line(InstalmentKind.DEPOSIT, "200000"), line(InstalmentKind.MORTGAGE, "800000")))
                .contains(new FirstPaymentMissing());
        assertThat(fault(mortgage, line(InstalmentKind.FIRST, "149999.99"), line(InstalmentKind.MORTGAGE, "850000.01")))
                .contains(new DownPaymentTooLow(yuan("149999.99"), yuan("150000"), "15"));
        assertThat(fault(mortgage, line(InstalmentKind.FIRST, "1000000")))
                .contains(new LoanMissing(LoanKind.COMMERCIAL));
        assertThat(fault(
                        loans(PaymentTerms.COMMERCIAL, "700000", null),
                        line(InstalmentKind.FIRST, "200000"),
                        line(InstalmentKind.MORTGAGE, "800000")))
                .contains(new LoanLineDiffers(LoanKind.COMMERCIAL, yuan("800000"), yuan("700000")));
        assertThat(fault(
                        request("2000000", "0", PaymentTerms.FUND, "杭州", "HOME"),
                        line(InstalmentKind.FIRST, "600000"),
                        line(InstalmentKind.FUND, "1400000")))
                .contains(new FundLoanTooHigh(yuan("1400000"), yuan("1300000")));
    }

    /** R15: a gap paid by the buyer later is no down payment, but it may stand in the plan. */
    @Test
    void aGapAfterALoanGrantedForLessHasItsPlace() {
        assertThat(fault(
                        home(PaymentTerms.COMMERCIAL),
                        line(InstalmentKind.DEPOSIT, "50000"),
                        line(InstalmentKind.FIRST, "150000"),
                        line(InstalmentKind.MORTGAGE, "600000"),
                        line(InstalmentKind.ADJUSTMENT, "200000")))
                .isEmpty();
    }

    @Test
    void aDayIsCountedFromItsEventOnceThatHasADay() {
        PlanLine line = later(InstalmentKind.BALANCE, "10", DueEvent.HANDOVER, 3, TODAY);
        assertThat(RULES.dated(line, home(PaymentTerms.INSTALMENTS)).dueOn()).isEqualTo(SIGN_BY.plusDays(368));
        assertThat(line.redated(TODAY, null)).isEqualTo(line);
        assertThat(line.redated(TODAY, TODAY.plusDays(100)).dueOn()).isEqualTo(TODAY.plusDays(103));
        assertThat(line(InstalmentKind.FIRST, "1").redated(SIGN_BY, SIGN_BY))
                .isEqualTo(line(InstalmentKind.FIRST, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DueRule(DueEvent.SIGNING, -1));
    }

    @Test
    void rulesThatLeaveASaleWithoutAnswerAreNotTakenUp() {
        List<DownPayment> all = List.of(row("2000-01-01", "*", "*", "15"));
        List<Loans> lenders = List.of(new Loans(TODAY, "*", "*", percent("10000"), 45, 75, percent("1000000")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanSettings(
                        List.of(row("2000-01-01", "*", "HOME", "15")), lenders, List.of(schedule("30", "70")), 365));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanSettings(all, lenders, List.of(schedule("30", "60")), 365));
        assertThatIllegalArgumentException()
                .as("a deposit of 20 % would leave nothing for the first payment")
                .isThrownBy(
                        () -> PlanFixture.rules(new PlanSettings(all, lenders, List.of(schedule("20", "80")), 365)));
    }

    private static Schedule schedule(String first, String later) {
        return new Schedule(
                TODAY,
                "*",
                "*",
                percent("1"),
                percent(first),
                List.of(new Share(InstalmentKind.BALANCE, percent(later), DueEvent.HANDOVER, 0)));
    }

    private static DownPayment row(String from, String city, String use, String percent) {
        return new DownPayment(LocalDate.parse(from), city, use, percent(percent));
    }

    private static PlanRequest on(LocalDate asOf) {
        return new PlanRequest(
                yuan("1000000"),
                Money.ZERO,
                TODAY,
                PaymentTerms.COMMERCIAL,
                "杭州",
                "HOME",
                SIGN_BY,
                null,
                null,
                null,
                asOf);
    }

    private static PlanRequest loans(PaymentTerms terms, String commercial, String fund) {
        return request(
                yuan("1000000"),
                yuan("50000"),
                terms,
                "杭州",
                "HOME",
                commercial == null ? null : yuan(commercial),
                fund == null ? null : yuan(fund));
    }

    private static PlanLine later(InstalmentKind kind, String amount, DueEvent event, int days, LocalDate dueOn) {
        return new PlanLine(kind, yuan(amount), dueOn, new DueRule(event, days));
    }

    private static PlanLine line(InstalmentKind kind, String amount) {
        return new PlanLine(kind, yuan(amount), SIGN_BY);
    }

    private static Optional<Refusal> fault(PlanRequest request, PlanLine... lines) {
        return RULES.check(request, new ArrayList<>(List.of(lines)));
    }

    private static Money floor(PlanRequest request) {
        return proposal(request).downPaymentFloor();
    }

    private static Money loan(PlanRequest request, InstalmentKind kind) {
        return lines(request).stream()
                .filter(line -> line.kind() == kind)
                .map(PlanLine::amount)
                .findFirst()
                .orElseThrow();
    }

    private static List<PlanLine> lines(PlanRequest request) {
        return proposal(request).lines();
    }

    private static PlanProposal proposal(PlanRequest request) {
        return (PlanProposal) RULES.propose(request);
    }
}

package cn.anchang.payment;

import static cn.anchang.payment.LedgerFixture.back;
import static cn.anchang.payment.LedgerFixture.deposit;
import static cn.anchang.payment.LedgerFixture.house;
import static cn.anchang.payment.LedgerFixture.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.PlanOutcome.FirstPaymentMissing;
import cn.anchang.payment.PlanOutcome.NoPlanYet;
import cn.anchang.payment.PlanOutcome.PlanExists;
import cn.anchang.payment.PlanOutcome.PlanLineNotPositive;
import cn.anchang.payment.PlanOutcome.PlanOpened;
import cn.anchang.payment.PlanOutcome.PlanSumDiffers;
import cn.anchang.payment.ReceiveOutcome.BankSerialUsed;
import cn.anchang.payment.RefundOutcome.NothingToRefund;
import cn.anchang.payment.RefundOutcome.RefundTooLarge;
import cn.anchang.payment.RefundOutcome.Refunded;
import cn.anchang.payment.ReverseOutcome.PaymentRefunded;
import cn.anchang.payment.ReverseOutcome.PaymentReversed;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Act ACT = new Act(
            "qian.hui", TODAY.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(), ZoneId.of("Asia/Shanghai"));
    private static final DepositCap CAP = new DepositCap(new BigDecimal("20"));

    private final Account account = account("1000000");

    @Test
    void aPlanMakesItsPriceToTheCent() {
        assertThat(account.openPlan(yuan("1000000"), lines("200000", "799999.99"), CAP, ACT))
                .isEqualTo(new PlanSumDiffers(yuan("1000000"), yuan("999999.99"), yuan("0.01")));
        assertThat(account.openPlan(yuan("1000000"), lines("200000", "800000.01"), CAP, ACT))
                .isEqualTo(new PlanSumDiffers(yuan("1000000"), yuan("1000000.01"), yuan("-0.01")));
        assertThat(account.currentPlan()).isEmpty();
        assertThat(account.openPlan(yuan("1000000"), lines("200000", "800000"), CAP, ACT))
                .isEqualTo(new PlanOpened(1, yuan("1000000")));
    }

    @Test
    void aPlanHasNoEmptyLineAndSomethingToPayBeforeSigning() {
        assertThat(account.openPlan(yuan("1000000"), lines("0", "1000000"), CAP, ACT))
                .isEqualTo(new PlanLineNotPositive(1));
        assertThat(account.openPlan(yuan("1000000"), lines("-1", "1000001"), CAP, ACT))
                .isEqualTo(new PlanLineNotPositive(1));
        assertThat(account.openPlan(
                        yuan("1000000"),
                        List.of(new PlanLine(InstalmentKind.BALANCE, yuan("1000000"), TODAY)),
                        CAP,
                        ACT))
                .isEqualTo(new FirstPaymentMissing());
    }

    @Test
    void aPlanInForceIsRevisedWithAReasonAndMoneyFollowsTheNewLines() {
        assertThat(account.revisePlan(yuan("1000000"), lines("200000", "800000"), "改", CAP, ACT))
                .isEqualTo(new NoPlanYet());
        account.openPlan(yuan("1000000"), lines("200000", "800000"), CAP, ACT);
        receive(deposit("200000", TODAY));
        receive(house("100000", TODAY));
        assertThat(account.openPlan(yuan("1000000"), lines("200000", "800000"), CAP, ACT))
                .isEqualTo(new PlanExists(1));
        assertThat(account.revisePlan(yuan("1000000"), lines("200000", "800000"), " ", CAP, ACT))
                .isEqualTo(new ReasonMissing());

        List<PlanLine> thirds = List.of(
                new PlanLine(InstalmentKind.DEPOSIT, yuan("200000"), TODAY),
                new PlanLine(InstalmentKind.FIRST, yuan("50000"), TODAY.plusDays(7)),
                new PlanLine(InstalmentKind.BALANCE, yuan("750000"), TODAY.plusDays(60)));
        assertThat(account.revisePlan(yuan("1000000"), thirds, "改为分期", CAP, ACT))
                .isEqualTo(new PlanOpened(2, yuan("1000000")));
        assertThat(account.currentPlan().orElseThrow().instalments())
                .extracting(account::paid)
                .containsExactly(yuan("200000"), yuan("50000"), yuan("50000"));
    }

    @Test
    void aDepositStopsAtTheCapToTheCent() {
        assertThat(refusal(deposit("200000.01", TODAY)))
                .contains(new DepositAboveCap(yuan("200000.01"), yuan("200000"), "20"));
        receive(deposit("200000", TODAY));
        assertThat(refusal(deposit("0.01", TODAY)))
                .contains(new DepositAboveCap(yuan("200000.01"), yuan("200000"), "20"));
        assertThat(account.openPlan(yuan("900000"), lines("200000", "700000"), CAP, ACT))
                .isEqualTo(new DepositAboveCap(yuan("200000"), yuan("180000"), "20"));
        assertThat(CAP.of(yuan("99999.99"))).isEqualTo(yuan("19999.99"));
    }

    @Test
    void moneyIsRecordedOnlyAsItReallyArrived() {
        assertThat(refusal(deposit("0", TODAY))).contains(new AmountNotPositive());
        assertThat(refusal(deposit("-1", TODAY))).contains(new AmountNotPositive());
        assertThat(refusal(deposit("1", TODAY.plusDays(1)))).contains(new PaidInFuture(TODAY.plusDays(1)));
        assertThat(refusal(new MoneyIn(Item.DEPOSIT, yuan("1"), PaymentMethod.CASH, " ", null, TODAY)))
                .contains(new NameMissing());
        assertThat(refusal(new MoneyIn(Item.DEPOSIT, yuan("1"), PaymentMethod.CARD, "王", " ", TODAY)))
                .contains(new BankSerialMissing(PaymentMethod.CARD));
        MoneyIn transfer = new MoneyIn(Item.DEPOSIT, yuan("1"), PaymentMethod.TRANSFER, "王", "B-77", TODAY);
        Payment first = receive(transfer);
        assertThat(refusal(transfer)).contains(new BankSerialUsed("B-77", yuan("1")));
        account.reverse(first.id(), "转账被退回", ACT);
        assertThat(refusal(transfer)).isEmpty();
    }

    @Test
    void aPaymentThatWentBackIsReversedOnlyAfterItsRefund() {
        account.openPlan(yuan("1000000"), lines("200000", "800000"), CAP, ACT);
        receive(house("1000000", TODAY));
        Payment extra = receive(house("100", TODAY));
        Refunded paid = (Refunded) account.refund(back("40", TODAY), null, ACT);
        assertThat(account.reverse(extra.id(), "错", ACT)).isEqualTo(new PaymentRefunded(2, yuan("40")));
        account.reverseRefund(paid.refundId(), "退汇", ACT);
        assertThat(account.reverse(extra.id(), "错", ACT)).isEqualTo(new PaymentReversed(yuan("100")));
        assertThat(account.refund(back("1", TODAY), null, ACT)).isEqualTo(new NothingToRefund());
    }

    @Test
    void byTheBuyersFaultTheDepositStaysAndOtherMoneyGoesBack() {
        subscribedWith("50000");
        Settlement settled = account.settle(Fault.BUYER, ACT);
        assertThat(settled.forfeited()).isEqualTo(yuan("200000"));
        assertThat(settled.refund()).isEqualTo(yuan("50000"));
        assertThat(account.refund(back("50000.01", TODAY), null, ACT))
                .isEqualTo(new RefundTooLarge(yuan("50000.01"), yuan("50000")));
        assertThat(account.refund(back("50000", TODAY), null, ACT)).isInstanceOf(Refunded.class);
        assertThat(account.refundable()).isEqualTo(Money.ZERO);
        assertThat(account.payments().get(0).refunded()).isEqualTo(Money.ZERO);
    }

    @Test
    void byTheSellersFaultTheDepositGoesBackDouble() {
        subscribedWith("50000");
        Settlement settled = account.settle(Fault.SELLER, ACT);
        assertThat(settled.compensation()).isEqualTo(yuan("200000"));
        assertThat(settled.refund()).isEqualTo(yuan("450000"));
        account.refund(back("300000", TODAY), null, ACT);
        assertThat(account.refund(back("150000", TODAY), null, ACT)).isInstanceOf(Refunded.class);
        assertThat(account.refundable()).isEqualTo(Money.ZERO);
        assertThat(account.settlement()).contains(settled);
    }

    @Test
    void byNobodysFaultEverythingGoesBack() {
        subscribedWith("50000");
        assertThat(account.settle(Fault.NOBODY, ACT).refund()).isEqualTo(yuan("250000"));
    }

    @Test
    void aSettledAccountTakesNothingMoreAndASecondSettlementChangesNothing() {
        subscribedWith("50000");
        Settlement settled = account.settle(Fault.BUYER, ACT);
        assertThat(account.settle(Fault.SELLER, ACT)).isEqualTo(settled);
        assertThat(refusal(house("1", TODAY))).contains(new AccountSettled());
        assertThat(account.revisePlan(yuan("1000000"), lines("200000", "800000"), "改", CAP, ACT))
                .isEqualTo(new AccountSettled());
        assertThat(account.allocated()).isEqualTo(Money.ZERO);
        assertThat(account.unallocated()).isEqualTo(Money.ZERO);
    }

    @Test
    void aTransferThatBouncesAfterTheSettlementIsNotPaidBack() {
        subscribedWith("50000");
        account.settle(Fault.NOBODY, ACT);
        account.reverse(account.payments().get(1).id(), "转账被退回", ACT);
        assertThat(account.refundable()).isEqualTo(yuan("200000"));
    }

    @Test
    void anInstalmentsStateFollowsFromTheDayAndWhatIsPaid() {
        assertThat(state("0", TODAY.plusDays(8))).isEqualTo(InstalmentState.NOT_DUE);
        assertThat(state("0", TODAY.plusDays(7))).isEqualTo(InstalmentState.DUE);
        assertThat(state("0", TODAY)).isEqualTo(InstalmentState.DUE);
        assertThat(state("0", TODAY.minusDays(1))).isEqualTo(InstalmentState.OVERDUE);
        assertThat(state("99.99", TODAY.plusDays(30))).isEqualTo(InstalmentState.PARTLY_PAID);
        assertThat(state("99.99", TODAY.minusDays(1))).isEqualTo(InstalmentState.OVERDUE);
        assertThat(state("100", TODAY.minusDays(1))).isEqualTo(InstalmentState.PAID);
    }

    private static InstalmentState state(String paid, LocalDate dueOn) {
        return InstalmentState.of(yuan("100"), yuan(paid), dueOn, TODAY, 7);
    }

    private void subscribedWith(String otherMoney) {
        receive(deposit("200000", TODAY));
        account.openPlan(yuan("1000000"), lines("200000", "800000"), CAP, ACT);
        receive(house(otherMoney, TODAY));
    }

    private Optional<ReceiveOutcome> refusal(MoneyIn money) {
        return account.refusalOf(money, CAP, ACT);
    }

    private Payment receive(MoneyIn money) {
        assertThat(refusal(money)).isEmpty();
        return account.receive(money, null, ACT);
    }

    static Account account(String price) {
        return new Account(UUID.randomUUID(), new ReceiptBook(UUID.randomUUID(), "YX", "云栖花园"), yuan(price), ACT);
    }

    @Test
    void aLendersMoneyPaysALendersLinesAndTheBuyersAllOthers() {
        account.openPlan(
                yuan("1000000"),
                List.of(
                        new PlanLine(InstalmentKind.FIRST, yuan("300000"), TODAY),
                        new PlanLine(InstalmentKind.MORTGAGE, yuan("500000"), TODAY.plusDays(45)),
                        new PlanLine(InstalmentKind.FUND, yuan("100000"), TODAY.plusDays(75)),
                        new PlanLine(InstalmentKind.ADJUSTMENT, yuan("100000"), TODAY.plusDays(90))),
                CAP,
                ACT);
        account.receive(house("350000", TODAY), null, ACT);
        assertThat(paid()).containsExactly("300000.00", "0.00", "0.00", "50000.00");

        account.receive(new MoneyIn(Item.LOAN, yuan("610000"), PaymentMethod.TRANSFER, "工商银行", "L1", TODAY), null, ACT);
        assertThat(paid()).containsExactly("300000.00", "500000.00", "100000.00", "50000.00");
        assertThat(account.unallocated()).isEqualTo(yuan("10000"));
    }

    /** Else the bank's line would be open again, and the same money could be paid back twice. */
    @Test
    void whatTheBuyerPaidTooMuchGoesBackOutOfTheBuyersMoney() {
        account.openPlan(
                yuan("1000000"),
                List.of(
                        new PlanLine(InstalmentKind.FIRST, yuan("300000"), TODAY),
                        new PlanLine(InstalmentKind.MORTGAGE, yuan("700000"), TODAY.plusDays(45))),
                CAP,
                ACT);
        account.receive(house("300100", TODAY), null, ACT);
        account.receive(new MoneyIn(Item.LOAN, yuan("700050"), PaymentMethod.TRANSFER, "工商银行", "L1", TODAY), null, ACT);

        assertThat(account.refund(back("120", TODAY), null, ACT)).isInstanceOf(Refunded.class);

        assertThat(paid()).containsExactly("300000.00", "700000.00");
        assertThat(account.payments()).extracting(Payment::refunded).containsExactly(yuan("100"), yuan("20"));
        assertThat(account.refundable()).isEqualTo(yuan("30"));
    }

    private List<String> paid() {
        return account.currentPlan().orElseThrow().instalments().stream()
                .map(line -> account.paid(line).toString())
                .toList();
    }

    private static List<PlanLine> lines(String deposit, String full) {
        return List.of(
                new PlanLine(InstalmentKind.DEPOSIT, yuan(deposit), TODAY),
                new PlanLine(InstalmentKind.FULL, yuan(full), TODAY.plusDays(7)));
    }
}

package cn.anchang.payment;

import static cn.anchang.payment.LedgerFixture.CASHIER;
import static cn.anchang.payment.LedgerFixture.CONSULTANT;
import static cn.anchang.payment.LedgerFixture.accountAt;
import static cn.anchang.payment.LedgerFixture.back;
import static cn.anchang.payment.LedgerFixture.deposit;
import static cn.anchang.payment.LedgerFixture.house;
import static cn.anchang.payment.LedgerFixture.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.payment.OpenOutcome.AccountInUse;
import cn.anchang.payment.OpenOutcome.AccountOpened;
import cn.anchang.payment.PlanOutcome.PlanOpened;
import cn.anchang.payment.ReceiptOutcome.NoMoneyBehind;
import cn.anchang.payment.ReceiptOutcome.ReceiptAlreadyVoid;
import cn.anchang.payment.ReceiptOutcome.ReceiptPrinted;
import cn.anchang.payment.ReceiptOutcome.ReceiptReissued;
import cn.anchang.payment.ReceiptOutcome.ReceiptReplaced;
import cn.anchang.payment.ReceiptOutcome.ReceiptVoided;
import cn.anchang.payment.ReceiveOutcome.OnlyDepositYet;
import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.payment.RefundOutcome.RefundTooLarge;
import cn.anchang.payment.RefundOutcome.Refunded;
import cn.anchang.payment.RefundReverseOutcome.RefundReversed;
import cn.anchang.payment.ReverseOutcome.AlreadyReversed;
import cn.anchang.payment.ReverseOutcome.PaymentReversed;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.testing.DatabaseTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(LedgerFixture.class)
class LedgerTest {

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    LocalDate today;

    @BeforeEach
    void today() {
        today = LocalDate.now(clock);
    }

    @Test
    void moneyTakenIsConfirmedReceiptedInWordsAndPaysTheOldestLineFirst() {
        UUID account = accountAt(ledger, "1000000.00");

        Received slip = (Received) ledger.receive(account, deposit("200000.00", today), CASHIER);
        assertThat(slip.paper()).isEqualTo(ReceiptKind.DEPOSIT_SLIP);
        assertThat(slip.amountInWords()).isEqualTo("贰拾万元整");
        assertThat(slip.unallocated()).isEqualTo(yuan("200000"));

        ledger.openPlan(account, yuan("1000000"), inFull("1000000", "200000"), CONSULTANT);
        Received receipt = (Received) ledger.receive(account, house("300000.50", today), CASHIER);
        assertThat(receipt.paper()).isEqualTo(ReceiptKind.RECEIPT);

        Statement statement = statement(account);
        assertThat(statement.instalments())
                .extracting(Statement.InstalmentView::paid)
                .containsExactly(yuan("200000"), yuan("300000.50"));
        assertThat(statement.instalments())
                .extracting(Statement.InstalmentView::state)
                .containsExactly(InstalmentState.PAID, InstalmentState.PARTLY_PAID);
        assertThat(statement.open()).isEqualTo(yuan("499999.50"));
        assertThat(statement.unallocated()).isEqualTo(Money.ZERO);
        assertThat(ledger.dueBySigningPaid(account)).isFalse();
        assertThat(ledger.restBySigning(account)).isEqualTo(yuan("499999.50"));

        ledger.receive(account, house("499999.50", today), CASHIER);
        assertThat(ledger.dueBySigningPaid(account)).isTrue();
        assertThat(ledger.openMoney(account)).isEmpty();
        assertThat(statement(account).receipts())
                .extracting(ReceiptView::receiptNo)
                .extracting(no -> no.substring(no.length() - 6))
                .containsExactly("000001", "000002", "000003");
    }

    @Test
    void overpaymentStaysVisibleAndIsPaidBack() {
        UUID account = paidUp("100000");
        ledger.receive(account, house("500.00", today), CASHIER);
        assertThat(statement(account).unallocated()).isEqualTo(yuan("500"));

        assertThat(ledger.refund(account, back("500.01", today), CASHIER))
                .isEqualTo(new RefundTooLarge(yuan("500.01"), yuan("500")));
        Refunded paid = (Refunded) ledger.refund(account, back("300", today), CASHIER);
        assertThat(statement(account).unallocated()).isEqualTo(yuan("200"));
        assertThat(statement(account).open()).isEqualTo(Money.ZERO);

        assertThat(ledger.reverseRefund(account, paid.refundId(), "银行退回", CASHIER))
                .isInstanceOf(RefundReversed.class);
        assertThat(statement(account).unallocated()).isEqualTo(yuan("500"));
        assertThat(statement(account).refunded()).isEqualTo(Money.ZERO);
    }

    @Test
    void aReversedPaymentFreesWhatItPaidKeepsItsRowAndVoidsItsReceipt() {
        UUID account = accountAt(ledger, "100000");
        Received first = (Received) ledger.receive(account, deposit("20000", today), CASHIER);
        ledger.openPlan(account, yuan("100000"), inFull("100000", "20000"), CONSULTANT);
        ledger.receive(account, house("30000", today), CASHIER);

        assertThat(ledger.reverse(first.paymentId(), "", CASHIER)).isEqualTo(new ReasonMissing());
        assertThat(ledger.reverse(first.paymentId(), "转账被退回", CASHIER)).isInstanceOf(PaymentReversed.class);
        assertThat(ledger.reverse(first.paymentId(), "转账被退回", CASHIER)).isEqualTo(new AlreadyReversed(1));

        Statement statement = statement(account);
        assertThat(statement.received()).isEqualTo(yuan("30000"));
        assertThat(statement.instalments())
                .extracting(Statement.InstalmentView::paid)
                .containsExactly(yuan("20000"), yuan("10000"));
        assertThat(statement.payments().get(0).state()).isEqualTo(PaymentState.REVERSED);
        assertThat(statement.payments().get(0).reversal()).isEqualTo("转账被退回");
        ReceiptView receipt = ledger.receipt(first.receiptId()).orElseThrow();
        assertThat(receipt.valid()).isFalse();
        assertThat(receipt.voidReason()).isEqualTo("转账被退回");
        assertThat(ledger.reissue(first.receiptId(), "换票", CASHIER)).isInstanceOf(NoMoneyBehind.class);
    }

    @Test
    void aReceiptIsVoidedAndReissuedUnderTheNextNumber() {
        UUID account = accountAt(ledger, "100000");
        Received money = (Received) ledger.receive(account, deposit("20000", today), CASHIER);

        ReceiptReissued fresh = (ReceiptReissued) ledger.reissue(money.receiptId(), "王大明", "抬头写错", CASHIER);
        assertThat(fresh.receiptNo()).endsWith("000002");
        assertThat(ledger.receipt(money.receiptId()).orElseThrow().valid()).isFalse();
        ReceiptView view =
                ledger.receiptNumbered(fresh.receiptNo().toUpperCase()).orElseThrow();
        assertThat(view.payer()).isEqualTo("王大明");
        assertThat(view.replacesNo()).isEqualTo(money.receiptNo());
        assertThat(view.words()).isEqualTo("贰万元整");

        assertThat(ledger.reissue(money.receiptId(), "再换", CASHIER)).isInstanceOf(ReceiptReplaced.class);
        assertThat(ledger.voidReceipt(money.receiptId(), "作废", CASHIER)).isInstanceOf(ReceiptAlreadyVoid.class);
        assertThat(ledger.voidReceipt(fresh.receiptId(), "污损", CASHIER)).isInstanceOf(ReceiptVoided.class);
        assertThat(ledger.reissue(fresh.receiptId(), "补开", CASHIER)).isInstanceOf(ReceiptReissued.class);
        assertThat(statement(account).received()).isEqualTo(yuan("20000"));
        assertThat(statement(account).receipts()).extracting(ReceiptView::valid).containsExactly(false, false, true);
    }

    @Test
    void theSecondPrintIsACopy() {
        UUID account = accountAt(ledger, "100000");
        Received money = (Received) ledger.receive(account, deposit("20000", today), CASHIER);
        assertThat(ledger.print(money.receiptId(), CASHIER)).isEqualTo(new ReceiptPrinted(money.receiptNo(), 1));
        assertThat(ledger.print(money.receiptId(), CASHIER)).isEqualTo(new ReceiptPrinted(money.receiptNo(), 2));
    }

    @Test
    void theSameFormSentTwiceIsRecordedOnce() {
        UUID account = accountAt(ledger, "100000");
        UUID form = UUID.randomUUID();
        ReceiveOutcome first = ledger.receive(account, deposit("10000", today), CASHIER, form);
        assertThat(ledger.receive(account, deposit("10000", today), CASHIER, form))
                .isEqualTo(first);
        assertThat(statement(account).received()).isEqualTo(yuan("10000"));
        assertThat(statement(account).receipts()).hasSize(1);
    }

    @Test
    void onlyFinanceTouchesMoney() {
        UUID account = accountAt(ledger, "100000");
        Received money = (Received) ledger.receive(account, deposit("10000", today), CASHIER);
        Refusal no = new NotFinance(CONSULTANT);

        assertThat(ledger.receive(account, deposit("10000", today), CONSULTANT)).isEqualTo(no);
        assertThat(ledger.reverse(money.paymentId(), "错", CONSULTANT)).isEqualTo(no);
        assertThat(ledger.refund(account, back("1", today), CONSULTANT)).isEqualTo(no);
        assertThat(ledger.voidReceipt(money.receiptId(), "错", CONSULTANT)).isEqualTo(no);
        assertThat(ledger.reissue(money.receiptId(), "错", CONSULTANT)).isEqualTo(no);
        assertThat(ledger.print(money.receiptId(), CONSULTANT)).isEqualTo(no);
        assertThat(ledger.reverseRefund(account, UUID.randomUUID(), "错", CONSULTANT))
                .isEqualTo(no);
        assertThat(statement(account).acts()).hasSize(2);
    }

    @Test
    void anAccountFollowsTheSaleToAnotherUnitOnlyWhileItHoldsNoMoney() {
        UUID project = UUID.randomUUID();
        UUID account = accountAt(ledger, "100000", project);
        AccountOpening dearer = new AccountOpening(project, "云栖花园", "X", yuan("120000"));
        assertThat(ledger.open(account, dearer, CONSULTANT)).isInstanceOf(AccountOpened.class);
        ledger.receive(account, deposit("24000", today), CASHIER);
        assertThat(ledger.open(account, dearer, CONSULTANT)).isInstanceOf(AccountOpened.class);
        assertThat(ledger.open(account, new AccountOpening(project, "云栖花园", "X", yuan("1")), CONSULTANT))
                .isEqualTo(new AccountInUse(yuan("120000")));
    }

    @Test
    void everyActSaysWhoWhenAndWhy() {
        UUID account = accountAt(ledger, "100000");
        Received money = (Received) ledger.receive(account, deposit("10000", today), CASHIER);
        ledger.openPlan(account, yuan("100000"), inFull("100000", "10000"), CONSULTANT);
        ledger.revisePlan(account, yuan("99000"), inFull("99000", "10000"), "价格调整", CONSULTANT);
        ledger.reissue(money.receiptId(), "抬头写错", CASHIER);
        ledger.reverse(money.paymentId(), "转账被退回", CASHIER);
        ledger.settle(account, Fault.NOBODY, "wu.zong");

        assertThat(statement(account).acts())
                .extracting(Statement.ActView::kind)
                .containsExactly(
                        LedgerActKind.OPENED,
                        LedgerActKind.RECEIVED,
                        LedgerActKind.PLAN_OPENED,
                        LedgerActKind.PLAN_REVISED,
                        LedgerActKind.RECEIPT_REISSUED,
                        LedgerActKind.REVERSED,
                        LedgerActKind.SETTLED);
        assertThat(statement(account).acts()).allSatisfy(act -> {
            assertThat(act.who()).isNotBlank();
            assertThat(act.at()).isEqualTo(clock.instant());
        });
        assertThat(statement(account).acts().get(5).reason()).isEqualTo("转账被退回");
    }

    @Test
    void anActSeesWhatAnotherCommittedEvenAfterItsTransactionReadTheAccount() throws Exception {
        UUID account = accountAt(ledger, "100000");
        transaction.executeWithoutResult(status -> {
            assertThat(statement(account).received()).isEqualTo(Money.ZERO);
            inAnotherThread(() -> ledger.receive(account, deposit("15000", today), CASHIER));
            assertThat(ledger.receive(account, deposit("5000.01", today), CASHIER))
                    .isEqualTo(new DepositAboveCap(yuan("20000.01"), yuan("20000"), "20"));
            ledger.receive(account, deposit("5000", today), CASHIER);
        });
        assertThat(statement(account).received()).isEqualTo(yuan("20000"));
    }

    @Test
    void aRolledBackReceiptLeavesNoGap() {
        UUID account = accountAt(ledger, "100000");
        transaction.executeWithoutResult(status -> {
            Received lost = (Received) ledger.receive(account, deposit("1000", today), CASHIER);
            assertThat(lost.receiptNo()).endsWith("000001");
            status.setRollbackOnly();
        });
        Received kept = (Received) ledger.receive(account, deposit("1000", today), CASHIER);
        assertThat(kept.receiptNo()).endsWith("000001");
    }

    @Test
    void unknownAccountsPaymentsAndReceiptsAreTheCallersMistake() {
        UUID nobody = UUID.randomUUID();
        assertThatThrownBy(() -> ledger.receive(nobody, deposit("1", today), CASHIER))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ledger.reverse(nobody, "错", CASHIER)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ledger.print(nobody, CASHIER)).isInstanceOf(NoSuchElementException.class);
        assertThat(ledger.statement(nobody)).isEmpty();
        assertThat(ledger.refundDue(nobody)).isEqualTo(Money.ZERO);
    }

    @Test
    void beforeAPlanOnlyADepositIsTaken() {
        UUID account = accountAt(ledger, "100000");
        assertThat(ledger.receive(account, house("1000", today), CASHIER)).isEqualTo(new OnlyDepositYet());
        assertThat(ledger.openMoney(account)).isEmpty();
        assertThat(ledger.dueBySigningPaid(account)).isFalse();
    }

    private UUID paidUp(String price) {
        UUID account = accountAt(ledger, price);
        assertThat(ledger.openPlan(account, yuan(price), inFull(price, "0"), CONSULTANT))
                .isInstanceOf(PlanOpened.class);
        assertThat(ledger.receive(account, house(price, today), CASHIER)).isInstanceOf(Received.class);
        return account;
    }

    private List<PlanLine> inFull(String price, String deposit) {
        return PlanLine.inFull(yuan(price), yuan(deposit), today, today.plusDays(7));
    }

    private Statement statement(UUID account) {
        return ledger.statement(account).orElseThrow();
    }

    private static void inAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

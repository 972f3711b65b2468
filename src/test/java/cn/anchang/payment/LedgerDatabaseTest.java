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

import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.shared.Money;
import cn.anchang.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger promises, said a second time by the database: past the code, by hand, it cannot be broken either. */
@DatabaseTest
@Import(LedgerFixture.class)
class LedgerDatabaseTest {

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    LocalDate today;
    UUID account;
    Received money;

    @BeforeEach
    void anAccountWithADepositAPlanAndARefund() {
        today = LocalDate.now(clock);
        account = accountAt(ledger, "100000");
        money = (Received) ledger.receive(account, deposit("20000", today), CASHIER);
        ledger.openPlan(
                account,
                yuan("100000"),
                PlanLine.inFull(yuan("100000"), yuan("20000"), today, today.plusDays(7)),
                CONSULTANT);
        ledger.receive(account, house("81000", today), CASHIER);
        ledger.refund(account, back("600", today), CASHIER);
    }

    @ParameterizedTest
    @CsvSource({"1, does not follow", "2, does not follow", "4, does not follow", "0, does not follow"})
    void aReceiptNumberThatIsNotTheNextIsRefused(long number, String words) {
        assertThatThrownBy(() -> insertReceipt(number))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(words);
    }

    @Test
    void theNextReceiptNumberIsTaken() {
        jdbc.update(
                "update sales.receipts set voided_by = 'x', voided_at = now(), void_reason = '换' where account_id = ?",
                account);
        assertThat(insertReceipt(3)).isOne();
    }

    @Test
    void aPaymentHasOneValidReceipt() {
        assertThatThrownBy(() -> insertReceipt(3)).hasMessageContaining("receipts_one_valid_a_payment");
    }

    @Test
    void aReceiptKeepsItsNumberAndWhatItSays() {
        for (String change : new String[] {
            "number = number + 5",
            "receipt_no = 'X'",
            "amount = 1",
            "words = '壹元整'",
            "payer = '别人'",
            "paid_on = paid_on - 1"
        }) {
            assertThatThrownBy(() ->
                            jdbc.update("update sales.receipts set " + change + " where id = ?", money.receiptId()))
                    .as(change)
                    .hasMessageContaining("keeps its number");
        }
        assertThatThrownBy(() -> jdbc.update("delete from sales.receipts where id = ?", money.receiptId()))
                .hasMessageContaining("stays, even when void");
    }

    @Test
    void aVoidReceiptStaysVoid() {
        ledger.voidReceipt(money.receiptId(), "污损", CASHIER);
        assertThatThrownBy(() -> jdbc.update(
                        "update sales.receipts set voided_by = null, voided_at = null, void_reason = null where id = ?",
                        money.receiptId()))
                .hasMessageContaining("stays void");
    }

    @Test
    void aBookCountsUpOneByOne() {
        UUID book = jdbc.queryForObject("select book_id from sales.accounts where id = ?", UUID.class, account);
        for (String change : new String[] {"last_number = last_number + 2", "last_number = 0", "code = 'OTHER'"}) {
            assertThatThrownBy(() -> jdbc.update("update sales.receipt_books set " + change + " where id = ?", book))
                    .as(change)
                    .hasMessageContaining("counts up one by one");
        }
        assertThatThrownBy(() -> jdbc.update("delete from sales.receipt_books where id = ?", book))
                .hasMessageContaining("stays");
    }

    @ParameterizedTest
    @CsvSource({
        "payments, amount = amount + 1",
        "payments, payer = '别人'",
        "payments, state = 'PENDING'",
        "refunds, amount = 1",
        "allocations, amount = 1",
        "payment_plans, price = 1",
        "ledger_acts, done_by = '别人'"
    })
    void whatWasWrittenIsNotWrittenOver(String table, String change) {
        assertThatThrownBy(() -> jdbc.update("update sales." + table + " set " + change))
                .hasMessageContaining("never changed or deleted");
    }

    @ParameterizedTest
    @CsvSource({"payments", "refunds", "allocations", "payment_plans", "instalments", "ledger_acts"})
    void nothingIsDeleted(String table) {
        assertThatThrownBy(() -> jdbc.update("delete from sales." + table)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aPlanWhoseLinesDoNotMakeItsPriceIsNotCommitted() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    UUID plan = UUID.randomUUID();
                    jdbc.update(
                            "insert into sales.payment_plans values (?, ?, 2, 100000, '手工', 'x', now())",
                            plan,
                            account);
                    jdbc.update(
                            "insert into sales.instalments values (?, ?, 1, 'FULL', 99999.99, current_date)",
                            UUID.randomUUID(),
                            plan);
                }))
                .rootCause()
                .hasMessageContaining("sum to 99999.99, its price is 100000.00");
    }

    @Test
    void moneyAllocatedTwiceIsNotCommitted() {
        assertThatThrownBy(() -> jdbc.update("""
                        insert into sales.allocations (id, payment_id, instalment_id, amount, made_at)
                        select gen_random_uuid(), payment_id, instalment_id, 0.01, now() from sales.allocations
                        where payment_id = ? and instalment_id is not null limit 1""", money.paymentId())).hasMessageContaining("more is allocated");
    }

    @Test
    void aReversedPaymentPaysNothing() {
        ledger.reverse(money.paymentId(), "转账被退回", CASHIER);
        assertThat(jdbc.queryForObject(
                        "select coalesce(sum(amount), 0) from sales.allocations where payment_id = ? and freed_at is null",
                        BigDecimal.class,
                        money.paymentId()))
                .isZero();
        assertThat(ledger.statement(account).orElseThrow().received()).isEqualTo(yuan("81000"));
        assertThat(ledger.statement(account).orElseThrow().unallocated()).isEqualTo(Money.ZERO);
    }

    private int insertReceipt(long number) {
        return jdbc.update("""
                insert into sales.receipts (id, book_id, number, receipt_no, kind, account_id, payment_id, item, amount, words,
                    payer, method, paid_on, issued_by, issued_at, version)
                select gen_random_uuid(), book_id, ?, ?, 'RECEIPT', account_id, payment_id, item, amount, words,
                    payer, method, paid_on, 'x', now(), 0 from sales.receipts where id = ?""", number, UUID.randomUUID().toString().substring(0, 20), money.receiptId());
    }
}

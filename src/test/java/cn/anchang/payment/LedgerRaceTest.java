package cn.anchang.payment;

import static cn.anchang.payment.LedgerFixture.CASHIER;
import static cn.anchang.payment.LedgerFixture.CONSULTANT;
import static cn.anchang.payment.LedgerFixture.accountAt;
import static cn.anchang.payment.LedgerFixture.back;
import static cn.anchang.payment.LedgerFixture.deposit;
import static cn.anchang.payment.LedgerFixture.house;
import static cn.anchang.payment.LedgerFixture.yuan;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.payment.RefundOutcome.Refunded;
import cn.anchang.payment.ReverseOutcome.PaymentReversed;
import cn.anchang.testing.DatabaseTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Many cashiers at once. */
@DatabaseTest
@Import(LedgerFixture.class)
class LedgerRaceTest {

    private static final int CLIENTS = 32;

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
    void thirtyTwoCashiersTakeReceiptNumbersFromOneBookWithoutAGap() throws Exception {
        UUID project = UUID.randomUUID();
        List<UUID> accounts = IntStream.range(0, CLIENTS)
                .mapToObj(i -> accountAt(ledger, "1000000", project))
                .toList();
        int rounds = 4;
        allAtOnce(client -> () -> {
            for (int round = 0; round < rounds; round++) {
                boolean fails = (client + round) % 4 == 0;
                transaction.executeWithoutResult(status -> {
                    ledger.receive(accounts.get(client), deposit("100", today), CASHIER);
                    if (fails) {
                        status.setRollbackOnly();
                    }
                });
            }
            return null;
        });
        int kept = CLIENTS * rounds * 3 / 4;
        assertThat(jdbc.queryForList("""
                        select r.number from sales.receipts r join sales.receipt_books b on b.id = r.book_id
                        where b.project_id = ? order by r.number""", Long.class, project))
                .isEqualTo(LongStream.rangeClosed(1, kept).boxed().toList());
    }

    @RepeatedTest(3)
    void twoCashiersOnOneAccountNeverExceedTheDepositCap() throws Exception {
        UUID account = accountAt(ledger, "100000");
        List<ReceiveOutcome> outcomes =
                allAtOnce(client -> () -> ledger.receive(account, deposit("3000", today), CASHIER));
        assertThat(outcomes.stream().filter(Received.class::isInstance)).hasSize(6);
        assertThat(outcomes.stream().filter(DepositAboveCap.class::isInstance)).hasSize(CLIENTS - 6);
        assertThat(ledger.statement(account).orElseThrow().received()).isEqualTo(yuan("18000"));
    }

    @Test
    void overpaymentGoesBackOnceHoweverManyPayIt() throws Exception {
        UUID account = accountAt(ledger, "100000");
        ledger.openPlan(
                account, yuan("100000"), List.of(new PlanLine(InstalmentKind.FULL, yuan("100000"), today)), CONSULTANT);
        ledger.receive(account, house("100500", today), CASHIER);
        List<RefundOutcome> outcomes = allAtOnce(client -> () -> ledger.refund(account, back("500", today), CASHIER));
        assertThat(outcomes.stream().filter(Refunded.class::isInstance)).hasSize(1);
        assertThat(ledger.statement(account).orElseThrow().refunded()).isEqualTo(yuan("500"));
    }

    @Test
    void aPaymentIsReversedOnceHoweverManyTry() throws Exception {
        UUID account = accountAt(ledger, "100000");
        Received money = (Received) ledger.receive(account, deposit("500", today), CASHIER);
        List<ReverseOutcome> outcomes = allAtOnce(client -> () -> ledger.reverse(money.paymentId(), "转账被退回", CASHIER));
        assertThat(outcomes.stream().filter(PaymentReversed.class::isInstance)).hasSize(1);
        assertThat(ledger.statement(account).orElseThrow().acts()).hasSize(3);
    }

    @Test
    void oneFormSentByManyClicksIsRecordedOnce() throws Exception {
        UUID account = accountAt(ledger, "100000");
        UUID form = UUID.randomUUID();
        List<ReceiveOutcome> outcomes =
                allAtOnce(client -> () -> ledger.receive(account, deposit("500", today), CASHIER, form));
        assertThat(outcomes).hasSize(CLIENTS).allMatch(Received.class::isInstance);
        assertThat(outcomes.stream()
                        .map(Received.class::cast)
                        .collect(toMap(Received::paymentId, Received::receiptNo, (a, b) -> a)))
                .hasSize(1);
        assertThat(ledger.statement(account).orElseThrow().received()).isEqualTo(yuan("500"));
    }

    private static <T> List<T> allAtOnce(IntFunction<Callable<T>> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            CyclicBarrier start = new CyclicBarrier(CLIENTS);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Callable<T> job = work.apply(i);
                running.add(clients.submit(() -> {
                    start.await();
                    return job.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get(2, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }
}

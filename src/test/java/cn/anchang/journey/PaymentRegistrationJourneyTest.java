package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.Ledger;
import cn.anchang.payment.ReviewOutcome;
import cn.anchang.payment.ReviewOutcome.PaymentConfirmed;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 收款登记: any money at any time, shown before it is recorded; large money is seen by two. */
class PaymentRegistrationJourneyTest extends JourneyTest {

    private static final String SECOND = "he.yun";

    @Autowired
    Ledger ledger;

    @Test
    void moneyForALaterInstalmentIsFoundShownAndBookedAtOnce() {
        Sale sale = inInstalments();
        String contract = jdbc.queryForObject(
                "select no from sales.sales_contracts where case_id = ?", String.class, sale.caseId());

        JsonNode found = at(CASHIER).get("/api/money/accounts?q=" + contract).json();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("id").asText()).isEqualTo(sale.key());
        assertThat(found.get(0).path("next").asText()).contains("分期", "300,000.00");
        JsonNode seen = proposal(sale, "350000.00");
        assertThat(texts(seen, "pays")).containsExactly("300,000.00", "50,000.00");
        assertThat(seen.path("unallocated").isNull()).isTrue();

        accepted(register(CASHIER, sale, "350000.00"));

        assertThat(payments(sale)).endsWith("350000.00 CONFIRMED qian.hui");
        assertThat(paid(sale)).containsExactly("50000.00", "250000.00", "300000.00", "0", "50000.00");
        assertThat(reviews(CASHIER, sale)).isEmpty();
    }

    @Test
    void whatIsTooMuchStaysVisibleAndPaysNothing() {
        Sale sale = inInstalments();

        assertThat(proposal(sale, "710000.00").path("unallocated").asText()).isEqualTo("10,000.00");
        accepted(register(CASHIER, sale, "710000.00"));

        assertThat(ledger.statement(sale.caseId()).orElseThrow().unallocated().formatted())
                .isEqualTo("10,000.00");
        assertThat(paid(sale)).containsExactly("50000.00", "250000.00", "300000.00", "300000.00", "100000.00");
    }

    @Test
    void largeMoneyCountsOnceASecondPersonHasConfirmedIt() {
        Sale sale = inInstalments();
        assertThat(proposal(sale, "5000000.01").path("secondPerson").asBoolean())
                .isTrue();
        int receipts = receipts(sale);

        accepted(register(CASHIER, sale, "5000000.01"));

        assertThat(payments(sale)).endsWith("5000000.01 PENDING null");
        assertThat(paid(sale)).containsExactly("50000.00", "250000.00", "0", "0", "0");
        assertThat(receipts(sale)).isEqualTo(receipts);
        assertThat(review(CASHIER, sale, Map.of("confirmed", true)).message()).contains("须由财务部另一人复核");
        assertThat(payments(sale)).endsWith("5000000.01 PENDING null");
        JsonNode card = at(SECOND)
                .get("/api/tasks/" + reviews(SECOND, sale).get(0) + "/document")
                .json();
        assertThat(card.path("facts").toString()).contains("5,000,000.01", "钱慧", "第3期", "多付");

        accepted(review(SECOND, sale, Map.of("confirmed", true)));

        assertThat(payments(sale)).endsWith("5000000.01 CONFIRMED he.yun");
        assertThat(receipts(sale)).isEqualTo(receipts + 1);
        assertThat(paid(sale)).containsExactly("50000.00", "250000.00", "300000.00", "300000.00", "100000.00");
        assertThat(reviews(SECOND, sale)).isEmpty();
    }

    @Test
    void whatDidNotArriveIsDiscardedWithAReason() {
        Sale sale = inInstalments();
        accepted(register(CASHIER, sale, "5200000.00"));

        assertThat(review(SECOND, sale, Map.of("confirmed", false)).message()).isNotBlank();
        accepted(review(SECOND, sale, Map.of("confirmed", false, "reason", "银行无此流水")));

        assertThat(payments(sale)).endsWith("5200000.00 DISCARDED null");
        assertThat(paid(sale)).containsExactly("50000.00", "250000.00", "0", "0", "0");
        assertThat(at(CASHIER).get("/money/" + sale.key(), "text/html").text()).contains("已退回", "银行无此流水");
    }

    @Test
    void firstMoneyRecordedPastTheSaleDoesItsTask() {
        Sale sale = sale().subscribed();

        accepted(register(CASHIER, sale, "500000.00"));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        accepted(register(CASHIER, sale, "450000.00"));

        assertThat(sale.openTasks()).containsExactly("userTask_signContract");
    }

    @Test
    void largeFirstMoneyGoesOnWhenItIsConfirmed() {
        Sale sale = sale().subscribed();

        accepted(sale.pay("5100000.00"));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        assertThat(payments(sale)).endsWith("5100000.00 PENDING null");
        accepted(review(SECOND, sale, Map.of("confirmed", true)));

        assertThat(sale.openTasks()).containsExactly("userTask_signContract");
        assertThat(ledger.statement(sale.caseId()).orElseThrow().unallocated().formatted())
                .isEqualTo("4,150,000.00");
    }

    @Test
    void whatCannotBeRegisteredIsSaidAndLeavesNoTrace() {
        Sale sale = inInstalments();
        List<String> before = payments(sale);

        assertThat(register(CHEN, sale, "100.00").status()).isEqualTo(403);
        Map<String, Object> nowhere = form(sale, "100.00");
        nowhere.put("account", UUID.randomUUID().toString());
        assertThat(at(CASHIER).startForm("payment-registration", nowhere).message())
                .contains("没有找到这个账户");
        Map<String, Object> tomorrow = form(sale, "100.00");
        tomorrow.put("paidOn", sale.today().plusDays(1).toString());
        assertThat(at(CASHIER).startForm("payment-registration", tomorrow).message())
                .isNotBlank();
        Map<String, Object> without = form(sale, "100.00");
        without.remove("bankSerial");
        assertThat(at(CASHIER).startForm("payment-registration", without).message())
                .contains("流水号");
        Sale held = sale().held();
        assertThat(register(CASHIER, held, "100.00").message()).contains("没有找到这个账户");

        assertThat(payments(sale)).isEqualTo(before);
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneIsTooLate() throws Exception {
        Sale sale = inInstalments();
        for (int round = 0; round < 10; round++) {
            accepted(register(CASHIER, sale, "500000%d.00".formatted(round + 1)));
            UUID payment = jdbc.queryForObject(
                    "select id from sales.payments where account_id = ? and state = 'PENDING'",
                    UUID.class,
                    sale.caseId());
            List<ReviewOutcome> outcomes = atOnce(() -> ledger.confirm(payment, SECOND), 2);

            assertThat(outcomes).filteredOn(PaymentConfirmed.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(ReviewOutcome.AlreadyReviewed.class::isInstance)
                    .hasSize(1);
        }
    }

    private <T> List<T> atOnce(Callable<T> act, int times) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(times);
        try {
            CyclicBarrier ready = new CyclicBarrier(times);
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(people.submit(() -> {
                    ready.await();
                    return act.call();
                }));
            }
            List<T> outcomes = new ArrayList<>();
            for (Future<T> answer : answers) {
                outcomes.add(answer.get());
            }
            return outcomes;
        } finally {
            people.shutdownNow();
        }
    }

    /** 1,000,000.00: deposit 50,000, first 250,000, then 300,000 and 300,000; the last 100,000, at handover, are due between them. */
    private Sale inInstalments() {
        Sale sale = sale().subscribedBy("INSTALMENTS");
        accepted(sale.pay("250000.00"));
        accepted(sale.signContract(Map.of()));
        return sale;
    }

    private Map<String, Object> form(Sale sale, String amount) {
        Map<String, Object> form = new HashMap<>();
        form.put("account", sale.key());
        form.put("item", "INSTALMENT");
        form.put("amount", amount);
        form.put("method", "TRANSFER");
        form.put("payer", sale.person().name());
        form.put("bankSerial", "SN" + UUID.randomUUID());
        form.put("paidOn", sale.today().toString());
        return form;
    }

    private Answer register(String userId, Sale sale, String amount) {
        return at(userId).startForm("payment-registration", form(sale, amount));
    }

    private JsonNode proposal(Sale sale, String amount) {
        return at(CASHIER)
                .get("/api/money/accounts/%s/proposal?item=INSTALMENT&amount=%s".formatted(sale.key(), amount))
                .json();
    }

    private static List<String> texts(JsonNode proposal, String field) {
        List<String> texts = new ArrayList<>();
        proposal.path("parts").forEach(part -> texts.add(part.path(field).asText()));
        return texts;
    }

    /** Ids of the open reviews of this sale's payments. */
    private List<String> reviews(String userId, Sale sale) {
        TasklistSession session = at(userId);
        return jdbc
                .queryForList(
                        "select cast(id as text) from sales.payments where account_id = ?", String.class, sale.caseId())
                .stream()
                .flatMap(payment -> session.tasksOf(payment).stream())
                .map(TasklistSession.OpenTask::id)
                .toList();
    }

    private Answer review(String userId, Sale sale, Map<String, Object> form) {
        TasklistSession session = at(userId);
        String task = reviews(userId, sale).get(0);
        session.claim(task);
        Answer answer = session.submitForm(task, form);
        if (!answer.isOk()) {
            identity.clearAuthentication();
            accepted(at("xu.qiang").post(TasklistSession.ENGINE + "/task/" + task + "/unclaim", Map.of()));
        }
        return answer;
    }

    private List<String> payments(Sale sale) {
        return jdbc.queryForList(
                "select amount || ' ' || state || ' ' || coalesce(confirmed_by, 'null') from sales.payments"
                        + " where account_id = ? order by seq",
                String.class,
                sale.caseId());
    }

    private List<String> paid(Sale sale) {
        return jdbc
                .queryForList(
                        "select coalesce((select sum(a.amount) from sales.allocations a where a.instalment_id = i.id"
                                + " and a.freed_at is null), 0) from sales.instalments i join sales.payment_plans p on p.id = i.plan_id"
                                + " where p.account_id = ? and p.revision = (select max(revision) from sales.payment_plans"
                                + " where account_id = p.account_id) order by i.seq",
                        BigDecimal.class,
                        sale.caseId())
                .stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private int receipts(Sale sale) {
        return jdbc.queryForObject(
                "select count(*) from sales.receipts where account_id = ?", Integer.class, sale.caseId());
    }
}

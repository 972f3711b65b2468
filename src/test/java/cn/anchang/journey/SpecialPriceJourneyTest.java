package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 特价 (R09): asked between deposit and subscription, decided by whoever the table names, good once. */
class SpecialPriceJourneyTest extends JourneyTest {

    /** Units cost 1,000,000.00, their floor is 950,000.00. */
    @ParameterizedTest
    @CsvSource({
        "990000.00, chen.xiao, zhao.ming",
        "989999.99, chen.xiao, zhou.kai",
        "990000.00, zhao.ming, zhou.kai",
        "980000.00, chen.xiao, zhou.kai",
        "979999.99, chen.xiao, wu.zong",
        "960000.00, chen.xiao, wu.zong",
    })
    void whoeverTheTableNamesDecides(String price, String asker, String approver) {
        Sale sale = sale().reserved();

        String key = asked(asker, sale, price);

        assertThat(row(key)).containsEntry("state", "ASKED");
        decide(approver, key, "AGREE", null);
        assertThat(row(key)).containsEntry("state", "APPROVED").containsEntry("approved_by", approver);
        assertThat(endOfKey(key)).isEqualTo("endEvent_priceApproved");
    }

    @Test
    void belowTheFloorOnlyTheGeneralManagerDecides() {
        Sale sale = sale().reserved();
        floor(sale, "995000.00");

        String key = asked(CHEN, sale, "994000.00");

        assertThat(at(MANAGER).tasksOf(key)).isEmpty();
        decide(GENERAL_MANAGER, key, "AGREE", null);
        assertThat(row(key)).containsEntry("state", "APPROVED");
    }

    @Test
    void beyondEverybodyNothingIsAsked() {
        Sale sale = sale().reserved();

        Answer answer = ask(CHEN, sale, "959999.99", Map.of());

        assertThat(answer.message()).contains("4.0001%", "超出总经理的权限");
        assertThat(count(sale)).isZero();
    }

    @Test
    void whatCannotBeAskedIsSaidAndLeavesNoTrace() {
        Sale held = sale().held();
        assertThat(ask(CHEN, held, "990000.00", Map.of()).message()).contains("须在收到定金之后");
        Sale sale = sale().reserved();
        assertThat(ask(CHEN, sale, "1000000.00", Map.of()).message()).contains("须大于零且低于价格表价格");
        assertThat(ask("lin.jia", sale, "990000.00", Map.of()).message()).contains("不归您负责");
        assertThat(ask(CHEN, sale, "990000.00", Map.of("terms", "COMMERCIAL", "commercialLoan", "980000.00"))
                        .message())
                .contains("841,500.00");
        assertThat(count(sale) + count(held)).isZero();

        asked(CHEN, sale, "990000.00");
        assertThat(ask(MANAGER, sale, "980000.00", Map.of()).message()).contains("正在办理");
        assertThat(count(sale)).isOne();
    }

    @Test
    void returnedRevisedAndGranted() {
        Sale sale = sale().reserved();
        String key = asked(CHEN, sale, "980000.00");

        decide(DIRECTOR, key, "RETURN", "先按 1% 谈");
        Map<String, Object> form = form(sale, "990000.00");
        form.remove("caseId");
        form.put("outcome", "SUBMIT");
        form.put("changed", "申请价格改为 990,000.00 元");
        accepted(submit(CHEN, key, "userTask_reviseSpecialPrice", form));
        decide(MANAGER, key, "AGREE", null);

        assertThat(row(key)).containsEntry("state", "APPROVED").containsEntry("approved_by", MANAGER);
    }

    @Test
    void returnedAndGivenUp() {
        Sale sale = sale().reserved();
        String key = asked(CHEN, sale, "980000.00");
        decide(DIRECTOR, key, "RETURN", "不同意降价");

        Map<String, Object> form = new HashMap<>(Map.of("outcome", "ABANDON"));
        assertThat(submit(CHEN, key, "userTask_reviseSpecialPrice", form).message())
                .contains("请写明放弃的理由");
        form.put("abandonReason", "客户接受原价");
        accepted(submit(CHEN, key, "userTask_reviseSpecialPrice", form));

        assertThat(row(key)).containsEntry("state", "ABANDONED");
        assertThat(endOfKey(key)).isEqualTo("endEvent_priceAbandoned");
        asked(CHEN, sale, "990000.00");
    }

    @Test
    void aRejectedPriceSellsNothing() {
        Sale sale = sale().reserved();
        String key = asked(CHEN, sale, "980000.00");
        decide(DIRECTOR, key, "REJECT", "不降价");

        assertThat(row(key)).containsEntry("state", "REJECTED");
        accepted(sale.subscribe(Map.of()));
        assertThat(price(sale)).isEqualTo("1000000.00");
    }

    @Test
    void aGrantedPriceIsUsedOnceByTheSubscriptionItWasGrantedFor() {
        Sale sale = sale().reserved();
        String key = asked(CHEN, sale, "990000.00");
        decide(MANAGER, key, "AGREE", null);

        assertThat(sale.subscribe(Map.of()).message()).isNotBlank();
        assertThat(row(key)).containsEntry("state", "APPROVED");
        accepted(sale.subscribe(Map.of("plan", plan(sale))));

        assertThat(price(sale)).isEqualTo("990000.00");
        assertThat(row(key)).containsEntry("state", "USED").containsEntry("used_by", CHEN);
        assertThat(ask(CHEN, sale, "985000.00", Map.of()).message()).contains("须在收到定金之后");
    }

    @Test
    void aPlanEditedAfterwardsIsNotWhatWasGranted() {
        Sale sale = sale().reserved();
        String key = asked(CHEN, sale, "990000.00");
        decide(MANAGER, key, "AGREE", null);

        Answer answer = sale.subscribe(Map.of(
                "paymentMethod",
                "INSTALMENTS",
                "plan",
                List.of(
                        Sale.line("DEPOSIT", "50000.00", sale.today()),
                        Sale.line("FIRST", "440000.00", sale.today().plusDays(7)),
                        Sale.line("INSTALMENT", "500000.00", sale.today().plusDays(60)))));

        assertThat(answer.message()).contains("特价");
        assertThat(row(key)).containsEntry("state", "APPROVED");
    }

    @Test
    void aListPriceChangedAfterwardsMakesItVoid() {
        Sale sale = sale().reserved();
        String key = asked(CHEN, sale, "990000.00");
        decide(MANAGER, key, "AGREE", null);
        jdbc.update("update sales.sales_cases set list_price = 1010000.00 where id = ?", sale.caseId());

        assertThat(sale.subscribe(Map.of("plan", plan(sale))).message()).isNotBlank();
        assertThat(row(key)).containsEntry("state", "APPROVED");
    }

    @Test
    void theLightsAreSeenWhileAPriceIsTyped() {
        Sale sale = sale().reserved();

        JsonNode seen = check(CHEN, sale, "985000.00").json();
        assertThat(seen.path("discount").asText()).isEqualTo("1.5");
        assertThat(seen.path("lightName").asText()).isEqualTo("黄灯");
        assertThat(seen.path("reason").asText()).contains("须营销总监批准");
        assertThat(seen.path("plan")).hasSize(2);
        assertThat(seen.path("problem").isNull()).isTrue();
        JsonNode beyond = check(CHEN, sale, "900000.00").json();
        assertThat(beyond.path("light").asText()).isEqualTo("RED");
        assertThat(beyond.path("problem").asText()).contains("请提高申请价格");
        assertThat(check("lin.jia", sale, "985000.00").status()).isEqualTo(404);
        assertThat(check(CASHIER, sale, "985000.00").status()).isEqualTo(403);
        assertThat(at("lin.jia").get("/api/special-prices/sales").json())
                .noneMatch(one -> one.path("id").asText().equals(sale.key()));
        assertThat(at(CHEN).get("/api/special-prices/sales").json())
                .anyMatch(one -> one.path("id").asText().equals(sale.key()));
    }

    private Answer check(String userId, Sale sale, String price) {
        return at(userId).get("/api/special-prices/check?sale=%s&price=%s&terms=FULL".formatted(sale.key(), price));
    }

    private static Map<String, Object> form(Sale sale, String price) {
        Map<String, Object> form = new HashMap<>();
        form.put("caseId", sale.key());
        form.put("price", price);
        form.put("terms", "FULL");
        form.put("reason", "老客户介绍，当天付清");
        return form;
    }

    private Answer ask(String userId, Sale sale, String price, Map<String, Object> more) {
        Map<String, Object> form = form(sale, price);
        form.putAll(more);
        return at(userId).startForm("price-approval", form);
    }

    /** @return the business key */
    private String asked(String userId, Sale sale, String price) {
        accepted(ask(userId, sale, price, Map.of()));
        return jdbc.queryForObject(
                "select cast(id as text) from sales.special_prices where case_id = ? and state = 'ASKED'",
                String.class,
                sale.caseId());
    }

    private void decide(String userId, String key, String decision, String reason) {
        TasklistSession session = at(userId);
        OpenTask task = session.taskOf(key, "userTask_decide");
        accepted(session.claim(task.id()));
        String seen = session.get("/api/tasks/" + task.id() + "/document")
                .json()
                .path("prefill")
                .path("fingerprint")
                .asText();
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision, "fingerprint", seen));
        form.put("reason", reason);
        accepted(session.submitForm(task.id(), form));
    }

    private Answer submit(String userId, String key, String taskKey, Map<String, Object> form) {
        TasklistSession session = at(userId);
        return session.submitForm(session.taskOf(key, taskKey).id(), form);
    }

    private Map<String, Object> row(String key) {
        return jdbc.queryForMap("select * from sales.special_prices where id = ?", UUID.fromString(key));
    }

    private int count(Sale sale) {
        return jdbc.queryForObject(
                "select count(*) from sales.special_prices where case_id = ?", Integer.class, sale.caseId());
    }

    private static Object plan(Sale sale) {
        return List.of(
                Sale.line("DEPOSIT", "50000.00", sale.today()),
                Sale.line("FULL", "940000.00", sale.today().plusDays(7)));
    }

    private String price(Sale sale) {
        return jdbc.queryForObject(
                "select cast(price as text) from sales.subscriptions where case_id = ?", String.class, sale.caseId());
    }

    private void floor(Sale sale, String floor) {
        jdbc.update(
                "update sales.unit_occupancy set floor_price = cast(? as numeric) where case_id = ?",
                floor,
                sale.caseId());
    }

    private String endOfKey(String key) {
        identity.clearAuthentication();
        return endOf(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("price-approval")
                .singleResult()
                .getId());
    }
}

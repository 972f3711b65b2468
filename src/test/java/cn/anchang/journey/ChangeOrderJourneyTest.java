package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.change.ChangeDesk;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.testing.TasklistSession.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
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
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every kind of change asked for, approved and rejected by the real people, with the rows it leaves or leaves alone. */
class ChangeOrderJourneyTest extends JourneyTest {

    /** How far the sale has come, what is asked for, and who may approve it. */
    enum Asked {
        EXTEND_SIGNING(Sale::subscribed, sale -> Map.of("days", 7), MANAGER),
        RESCHEDULE(sale -> sale.contractedBy("INSTALMENTS"), sale -> Map.of("plan", later(sale, 2, 30)), MANAGER),
        DEFER_PAYMENT(sale -> sale.contractedBy("INSTALMENTS"), Asked::deferral, MANAGER),
        CHANGE_TERMS(Sale::subscribed, Asked::instalments, DIRECTOR),
        CHANGE_BUYERS(Sale::subscribed, sale -> Map.of("buyers", List.of(buyer("李四"))), DIRECTOR),
        EXCHANGE_UNIT(Sale::subscribed, Asked::exchange, DIRECTOR),
        WITHDRAW(Sale::subscribed, sale -> Map.of("fault", "NOBODY"), GENERAL_MANAGER),
        RETURN_UNIT(sale -> sale.filedBy("INSTALMENTS"), sale -> Map.of("fault", "BUYER"), GENERAL_MANAGER),
        FORFEIT(Sale::subscribed, sale -> Map.of("fault", "BUYER"), GENERAL_MANAGER);

        private final Function<Sale, Sale> begun;
        private final Function<Sale, Map<String, ?>> form;
        private final String approver;

        Asked(Function<Sale, Sale> begun, Function<Sale, Map<String, ?>> form, String approver) {
            this.begun = begun;
            this.form = form;
            this.approver = approver;
        }

        Map<String, Object> formOf(Sale sale) {
            Map<String, Object> whole = new HashMap<>(form.apply(sale));
            whole.put("kind", name());
            return whole;
        }

        private static Map<String, Object> deferral(Sale sale) {
            return Map.of("line", 3, "dueOn", due(sale, 3).plusDays(30).toString());
        }

        private static Map<String, Object> instalments(Sale sale) {
            return Map.of("terms", "INSTALMENTS", "plan", proposal(sale, "&kind=CHANGE_TERMS&terms=INSTALMENTS"));
        }

        private static Map<String, Object> exchange(Sale sale) {
            UUID unit = sale.site().unit(1);
            return Map.of("unitId", unit, "plan", proposal(sale, "&kind=EXCHANGE_UNIT&unit=" + unit));
        }
    }

    private static JourneyTest running;

    @org.junit.jupiter.api.BeforeEach
    void isRunning() {
        running = this;
    }

    @ParameterizedTest
    @EnumSource
    void aRejectedRequestTouchesNothing(Asked asked) {
        Sale sale = asked.begun.apply(sale());
        List<String> rows = sale.rows();
        List<String> tasks = sale.openTasks();

        Change change = Change.asked(this, sale, CHEN, asked.formOf(sale));
        assertThat(change.state()).isEqualTo("IN_APPROVAL");
        assertThat(sale.rows()).as("asking touches nothing").isEqualTo(rows);
        change.rejected(asked.approver);

        assertThat(change.state()).isEqualTo("REJECTED");
        assertThat(change.end()).isEqualTo("endEvent_changeRejected");
        assertThat(sale.rows()).isEqualTo(rows);
        assertThat(sale.openTasks()).isEqualTo(tasks);
    }

    @ParameterizedTest
    @EnumSource
    void anApprovedRequestIsCarriedOutInOnePiece(Asked asked) {
        Sale sale = asked.begun.apply(sale());
        Change change = Change.asked(this, sale, CHEN, asked.formOf(sale)).agreed(asked.approver);
        clear(change);

        assertThat(change.state()).as(change.row("failure")).isEqualTo("EXECUTED");
        assertThat(change.end()).isEqualTo("endEvent_changeExecuted");
        assertThat(change.row("outcome")).isNotBlank();
        assertThat(jdbc.queryForList(
                        "select order_no from sales.sale_changes where case_id = ?", String.class, sale.caseId()))
                .containsExactly(change.row("no"));
        assertThat(jdbc.queryForList(
                        "select v.state from sales.document_versions v join sales.change_orders c on c.document_id ="
                                + " v.document_id where c.id = ?",
                        String.class,
                        change.orderId()))
                .containsExactly("APPROVED");
    }

    /** Whatever stands in the way of an approved change. */
    private void clear(Change change) {
        if (change.openTasks().contains("userTask_clearObstacles")) {
            refused(
                    change.submit(MANAGER, "userTask_clearObstacles", Map.of("filed", true, "loanOpen", false)),
                    "请填写撤销备案号");
            change.filingRevoked("CX-1");
        }
        if (change.openTasks().contains("userTask_takeReceiptsBack")) {
            refused(
                    change.submit(CASHIER, "userTask_takeReceiptsBack", Map.of("receipts", change.receipts(false))),
                    "还有票据没有收回");
            change.receiptsBack();
        }
    }

    @Test
    void aReturnedHomeRevokesTheFilingAndTakesTheReceiptsBackFirst() {
        Sale sale = sale().filedBy("INSTALMENTS");
        Change change = Change.asked(this, sale, CHEN, Asked.RETURN_UNIT.formOf(sale));
        change.agreed(GENERAL_MANAGER);
        assertThat(change.openTasks()).containsExactly("userTask_clearObstacles");
        assertThat(sale.state()).isEqualTo("FILED");
        clear(change);

        assertThat(change.state()).isEqualTo("EXECUTED");
        assertThat(jdbc.queryForList(
                        "select kind || ' ' || cleared_by from sales.change_clearances where order_id = ? order by seq",
                        String.class,
                        change.orderId()))
                .containsExactly("FILED " + MANAGER, "RECEIPTS_OUT " + CASHIER);
        assertThat(sale.openTasks()).containsExactly("userTask_refund");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
    }

    @Test
    void extensionsAddUpAndGoHigherUp() {
        Sale sale = sale().subscribed();
        Change.asked(this, sale, CHEN, extension(7)).agreed(MANAGER);
        Change second = Change.asked(this, sale, CHEN, extension(7));
        assertThat(second.row("rule")).isEqualTo("rule_extendMarketingDirector");
        assertThat(second.decide(MANAGER, "AGREE", "").status()).isEqualTo(403);
        second.agreed(DIRECTOR);
        Change third = Change.asked(this, sale, CHEN, extension(1));
        third.agreed(GENERAL_MANAGER);

        assertThat(second.matters()).containsExactly("marketing-director AGREED");
        assertThat(third.matters()).containsExactly("management AGREED");
        assertThat(third.row("rule_says")).startsWith("R06");
        assertThat(jdbc.queryForObject(
                        "select sign_by from sales.subscriptions where case_id = ?", LocalDate.class, sale.caseId()))
                .isEqualTo(sale.today().plusDays(7 + 7 + 7 + 1));
    }

    @Test
    void theFirstPaymentIsPutOffByTheGeneralManagerAlone() {
        Sale sale = sale().subscribedBy("INSTALMENTS");
        List<String> rows = sale.rows();
        LocalDate later = due(sale, 2).plusDays(5);
        Map<String, Object> form = new HashMap<>(Map.of("kind", "DEFER_PAYMENT", "line", 2, "dueOn", later.toString()));

        refused(Change.ask(this, sale, CHEN, form), "首期款不得延期");
        assertThat(sale.rows()).isEqualTo(rows);
        form.put("exception", true);
        Change change = Change.asked(this, sale, CHEN, form);

        assertThat(change.row("rule")).isEqualTo("rule_firstPayment");
        change.agreed(GENERAL_MANAGER);
        assertThat(change.state()).as(change.row("failure")).isEqualTo("EXECUTED");
        assertThat(due(sale, 2)).isEqualTo(later);
    }

    @Test
    void oneOrderASaleAtATimeSaidClearly() {
        Sale sale = sale().subscribed();
        Change first = Change.asked(this, sale, CHEN, extension(3));

        refused(Change.ask(this, sale, MANAGER, extension(5)), first.row("no"), "延期签约", "陈晓", "一案同时只办一张变更单");
        first.rejected(MANAGER);
        Change.asked(this, sale, CHEN, extension(5)).agreed(MANAGER);
    }

    @Test
    void ofTwoRequestsAtOnceOneIsOpened() throws Exception {
        Sale sale = sale().subscribed();
        List<Answer> answers = together(
                () -> Change.ask(this, sale, CHEN, extension(3)), () -> Change.ask(this, sale, MANAGER, extension(5)));

        assertThat(answers.stream().filter(Answer::isOk)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.isOk()))
                .allSatisfy(answer -> refused(answer, "一案同时只办一张变更单"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.change_orders where case_id = ?", Integer.class, sale.caseId()))
                .isOne();
    }

    @Test
    void anOrderAndAPaymentAtOnceLoseNothing() throws Exception {
        Sale sale = sale().subscribedBy("INSTALMENTS");
        Change change = Change.asked(this, sale, CHEN, Map.of("kind", "RESCHEDULE", "plan", later(sale, 2, 20)));
        List<Answer> answers = together(() -> change.decide(MANAGER, "AGREE", ""), () -> sale.pay("100000.00"));

        assertThat(answers).allSatisfy(JourneyTest::accepted);
        assertThat(change.state()).isEqualTo("EXECUTED");
        assertThat(jdbc.queryForObject(
                        "select sum(a.amount) from sales.allocations a join sales.payments p on p.id = a.payment_id"
                                + " where p.account_id = ? and a.freed_at is null",
                        java.math.BigDecimal.class,
                        sale.caseId()))
                .isEqualByComparingTo("150000.00");
    }

    @Test
    void aSaleThatMovedOnIsSaidSoAdjustedAndCarriedOut() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(8));
        Change change = Change.asked(this, sale, CHEN, extension(7));
        accepted(sale.overdue(Map.of("decision", "extend", "days", 2, "reason", "先给两天")));
        List<String> rows = sale.rows();

        change.agreed(MANAGER);
        assertThat(change.state()).isEqualTo("FAILED");
        assertThat(change.openTasks()).containsExactly("userTask_handleFailure");
        assertThat(change.row("failure")).contains("审批期间销售案有了变化");
        assertThat(sale.rows()).isEqualTo(rows);

        accepted(change.submit(MANAGER, "userTask_handleFailure", Map.of("answer", "RETRY", "reason", "再试")));
        assertThat(change.openTasks()).containsExactly("userTask_handleFailure");
        accepted(change.submit(MANAGER, "userTask_handleFailure", Map.of("answer", "ADJUST", "reason", "重写")));
        JsonNode card = change.card(CHEN, "userTask_writeChange");
        assertThat(card.path("prefill").path("days").asInt()).isEqualTo(7);
        refused(change.write(CHEN, Map.of("days", 5)), "请填写修改内容");
        accepted(change.write(CHEN, Map.of("days", 5, "changed", "按新期限重写")));
        change.agreed(MANAGER);
        assertThat(change.state()).isEqualTo("EXECUTED");
    }

    @Test
    void whatCannotBeCarriedOutMayBeLeft() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(8));
        Change change = Change.asked(this, sale, CHEN, extension(7));
        accepted(sale.overdue(Map.of("decision", "extend", "days", 2, "reason", "先给两天")));
        change.agreed(MANAGER);
        accepted(change.submit(MANAGER, "userTask_handleFailure", Map.of("answer", "ABANDON", "reason", "不用了")));

        assertThat(change.state()).isEqualTo("ABANDONED");
        assertThat(change.end()).isEqualTo("endEvent_approvalUnused");
        Change.asked(this, sale, CHEN, extension(3)).agreed(MANAGER);
    }

    @Test
    void aReturnedRequestGoesBackToItsAuthorWhoMayGiveItUp() {
        Sale sale = sale().subscribed();
        Change change = Change.asked(this, sale, CHEN, extension(7)).returned(MANAGER, "太长");
        assertThat(change.state()).isEqualTo("DRAFT");
        assertThat(at(LIN).tasksOf(change.key())).isEmpty();
        accepted(change.write(CHEN, Map.of("days", 3, "changed", "改为 3 天")));
        assertThat(change.matters()).containsExactly("site-manager RETURNED", "site-manager OPEN");
        change.returned(MANAGER, "再议");
        accepted(change.write(CHEN, Map.of("step", "ABANDON", "reason", "客户不延了")));

        assertThat(change.state()).isEqualTo("ABANDONED");
        assertThat(change.end()).isEqualTo("endEvent_changeAbandoned");
    }

    @Autowired
    ChangeDesk desk;

    @Test
    void whatAnotherProcessAsksForIsWrittenByTheConsultantAndApproved() {
        Sale sale = sale().contractedBy("INSTALMENTS");
        Change change = needed(sale);
        assertThat(change.openTasks()).containsExactly("userTask_writeChange");
        JsonNode card = change.card(CHEN, "userTask_writeChange");
        assertThat(card.toString()).contains("赵明在处理拒贷时提出付款方式变更：银行拒贷", "termsOffered");
        refused(Change.ask(this, sale, CHEN, Map.of("kind", "RETURN_UNIT", "fault", "NOBODY")), "一案同时只办一张变更单");
        assertThat(at(LIN).tasksOf(change.key())).isEmpty();
        refused(change.write(CHEN, Map.of()), "请选择新的付款方式");

        accepted(change.write(CHEN, Map.of("terms", "FULL", "plan", proposal(sale, "&kind=CHANGE_TERMS&terms=FULL"))));
        assertThat(change.matters()).containsExactly("marketing-director OPEN");
        change.agreed(DIRECTOR);
        assertThat(change.state()).as(change.row("failure")).isEqualTo("EXECUTED");
    }

    @Test
    void whatAnotherProcessAsksForMayBeGivenUp() {
        Sale sale = sale().contractedBy("INSTALMENTS");
        List<String> rows = sale.rows();
        Change change = needed(sale);
        accepted(change.write(CHEN, Map.of("step", "ABANDON", "reason", "客户另找了银行")));

        assertThat(change.state()).isEqualTo("ABANDONED");
        assertThat(sale.rows()).isEqualTo(rows);
    }

    private Change needed(Sale sale) {
        transaction.executeWithoutResult(
                status -> desk.needed(sale.caseId(), ChangeKind.CHANGE_TERMS, "银行拒贷", MANAGER));
        return Change.latestOf(this, sale);
    }

    @Test
    void aSaleIsNotClosedOverAnOpenOrder() {
        Sale sale = sale().checked();
        Change change = Change.asked(this, sale, CHEN, Map.of("kind", "RETURN_UNIT", "fault", "NOBODY"));
        accepted(sale.handOverPapers());
        accepted(sale.handOverUnit());
        accepted(sale.registerTitle());
        refused(sale.summarize(), "未办结的事项", change.row("no"));

        change.rejected(GENERAL_MANAGER);
        accepted(sale.summarize());
    }

    @Test
    void onlyOnesOwnSaleIsChangedAndASiteManagersRequestGoesHigherUp() {
        Sale sale = sale().subscribed();
        refused(Change.ask(this, sale, LIN, extension(3)), "由陈晓跟进");
        Change change = Change.asked(this, sale, MANAGER, extension(3));

        assertThat(change.matters()).containsExactly("marketing-director OPEN");
        change.agreed(DIRECTOR);
        assertThat(change.state()).isEqualTo("EXECUTED");
    }

    @Test
    void undoingSaysInMoneyWhoseFaultItIs() {
        Sale sale = sale().subscribed();
        JsonNode outcomes = at(CHEN).get(
                        "/api/changes/proposal?kind=WITHDRAW&case=" + sale.caseId(), "application/json")
                .json()
                .path("outcomes");
        assertThat(outcomes)
                .extracting(one ->
                        one.path("fault").asText() + " " + one.path("forfeited").asText() + " "
                                + one.path("refund").asText())
                .containsExactly("BUYER 50000.00 0.00", "SELLER 0.00 100000.00", "NOBODY 0.00 50000.00");
        refused(Change.ask(this, sale, CHEN, Map.of("kind", "FORFEIT", "fault", "NOBODY")), "挞定以买方违约为前提");
        refused(Change.ask(this, sale, CHEN, Map.of("kind", "WITHDRAW")), "请选择责任方");
    }

    @Test
    void twoClicksAskAndOneDecides() {
        Sale sale = sale().subscribed();
        String path = "/changes/new?case=" + sale.caseId() + "&kind=EXTEND_SIGNING";
        String page = at(CHEN).get(path).text();
        assertThat(page).contains("value=\"7\"", "已累计延期 0 天");
        Answer asked = at(CHEN).form(
                        "/changes",
                        page,
                        Map.of(
                                "caseId", sale.caseId().toString(),
                                "kind", "EXTEND_SIGNING",
                                "days", "7",
                                "reason", "客户申请延期签约"));
        assertThat(asked.location()).endsWith("/changes");
        Change change = Change.latestOf(this, sale);
        assertThat(at(CHEN).get("/changes").text()).contains(change.row("no"), "审批中");

        String row = at(MANAGER).get("/changes").text();
        assertThat(row).contains("等我审批", change.row("no"), "R06");
        String fingerprint = change.card(MANAGER, "userTask_decide")
                .path("prefill")
                .path("fingerprint")
                .asText();
        at(MANAGER).form("/changes/" + change.orderId() + "/agree", row, Map.of("fingerprint", fingerprint));

        assertThat(change.state()).isEqualTo("EXECUTED");
        assertThat(at(MANAGER).get("/changes").text()).contains("已执行").doesNotContain("等我审批");
        at(MANAGER).form("/changes/" + change.orderId() + "/agree", row, Map.of("fingerprint", fingerprint));
        assertThat(at(MANAGER).get("/changes").text()).contains("没有等您审批");
    }

    @Test
    void aPageThatIsRefusedComesBackAsTyped() {
        Sale sale = sale().contractedBy("INSTALMENTS");
        String path = "/changes/new?case=" + sale.caseId() + "&kind=DEFER_PAYMENT";
        String page = at(CHEN).get(path).text();
        Answer answer = at(CHEN).form(
                        "/changes",
                        page,
                        Map.of(
                                "caseId", sale.caseId().toString(),
                                "kind", "DEFER_PAYMENT",
                                "line", "3",
                                "dueOn", sale.today().toString(),
                                "reason", "客户等年终奖"));
        assertThat(answer.location()).as(answer.text()).contains("/changes/new");

        assertThat(at(CHEN).get(path).text()).contains("应晚于原到期日", "客户等年终奖");
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.change_orders where case_id = ?", Integer.class, sale.caseId()))
                .isZero();
    }

    @Test
    void aConsultantChoosesAmongTheirOwnSalesTheSiteManagerAmongAll() {
        Sale sale = sale().subscribed();
        String no = jdbc.queryForObject("select no from sales.sales_cases where id = ?", String.class, sale.caseId());
        assertThat(at(CHEN).get("/api/sales?q=" + no, "application/json").json())
                .hasSize(1);
        assertThat(at(MANAGER).get("/api/sales?q=" + no, "application/json").json())
                .hasSize(1);
        assertThat(at(LIN).get("/api/sales?q=" + no, "application/json").json()).isEmpty();
    }

    private static Map<String, Object> extension(int days) {
        return Map.of("kind", "EXTEND_SIGNING", "days", days);
    }

    private static Map<String, Object> buyer(String name) {
        return Map.of("name", name, "idType", "PASSPORT", "idNo", "E87654321", "sharePercent", 100);
    }

    /** When a line of the plan in force is due. */
    private static LocalDate due(Sale sale, int seq) {
        return running.jdbc.queryForObject(
                "select i.due_on from sales.instalments i join sales.payment_plans p on p.id = i.plan_id"
                        + " where p.account_id = ? and i.seq = ? order by p.revision desc limit 1",
                LocalDate.class,
                sale.caseId(),
                seq);
    }

    /** The plan as it stands, one line of it so many days later. */
    private static List<Map<String, Object>> later(Sale sale, int index, int days) {
        List<Map<String, Object>> plan = new ArrayList<>();
        running.jdbc
                .queryForList(
                        "select i.seq, i.kind, i.amount, i.due_on from sales.instalments i join sales.payment_plans p"
                                + " on p.id = i.plan_id where p.account_id = ? and p.revision = (select max(revision)"
                                + " from sales.payment_plans where account_id = p.account_id) order by i.seq",
                        sale.caseId())
                .forEach(row -> {
                    LocalDate due = ((java.sql.Date) row.get("due_on")).toLocalDate();
                    plan.add(Map.of(
                            "key", row.get("seq").toString(),
                            "kind", row.get("kind"),
                            "amount", row.get("amount").toString(),
                            "dueOn",
                                    due.plusDays(plan.size() == index ? days : 0)
                                            .toString()));
                });
        return plan;
    }

    private static List<Map<String, Object>> proposal(Sale sale, String query) {
        List<Map<String, Object>> plan = new ArrayList<>();
        running.at(CHEN)
                .get("/api/changes/proposal?case=" + sale.caseId() + query, "application/json")
                .json()
                .path("plan")
                .forEach(line -> plan.add(Map.of(
                        "key", line.path("key").asText(),
                        "kind", line.path("kind").asText(),
                        "amount", line.path("amount").asText(),
                        "dueOn", line.path("dueOn").asText())));
        return plan;
    }

    private static List<Answer> together(Callable<Answer> one, Callable<Answer> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (Callable<Answer> click : List.of(one, other)) {
                answers.add(two.submit(() -> {
                    start.await();
                    return click.call();
                }));
            }
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            two.shutdown();
        }
    }
}

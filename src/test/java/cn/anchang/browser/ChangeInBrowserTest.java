package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TaskForm;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A change on the way in Chromium: asked for in two clicks, decided in one; any other from Tasklist's start form. */
@BrowserTest
class ChangeInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private final String phone = "135" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    @Test
    void anExtensionIsAskedForInTwoClicksAndDecidedInOne(Browser browser) {
        String sale = subscribed("钱多多");
        String no = jdbc.queryForObject("select no from sales.sales_cases where id = ?::uuid", String.class, sale);

        browser.signIn("chen.xiao").go("/changes?q=" + no);
        browser.seeText("钱多多");
        browser.picture("change-01-own-sales");
        browser.click("#sales a[href*='EXTEND_SIGNING']");
        browser.see("#days");
        browser.picture("change-02-extension");
        browser.click("main form button[type='submit']");
        browser.see(".notice.good");
        browser.picture("change-03-asked");
        assertThat(stateOf(sale)).isEqualTo("IN_APPROVAL");

        browser.signInInstead("zhao.ming");
        TaskForm decision = TaskForm.ofTask(browser, decisionOf("zhao.ming", sale));
        assertThat(decision.card()).contains("变更前", "变更后", "R06");
        decision.picture("change-04-decision");
        browser.click(".ac-quick-done");
        browser.until("it was carried out", driver -> stateOf(sale).equals("EXECUTED") ? true : null);

        askedAgain(sale, 7);
        browser.signInInstead("zhou.kai");
        browser.go("/changes");
        browser.seeText("等我审批");
        browser.picture("change-05-waiting");
        browser.click("#waiting button");
        browser.see(".notice.good");
        browser.picture("change-06-agreed");
        assertThat(stateOf(sale)).isEqualTo("EXECUTED");
        assertThat(jdbc.queryForObject(
                        "select sign_by from sales.subscriptions where case_id = ?::uuid", LocalDate.class, sale))
                .isEqualTo(today().plusDays(7 + 14));
    }

    @Test
    void anyOtherChangeStartsInTasklistFilledFromTheSale(Browser browser) {
        String sale = subscribed("孙来来");

        browser.signIn("chen.xiao");
        TaskForm start = started(browser, sale);
        start.choose("kind", "付款方式变更").choose("terms", "分期");
        browser.until(
                "the plan is drawn",
                driver -> browser.all("[data-field='plan'] tbody tr").size() > 3 ? true : null);
        start.write("reason", "客户资金分批到位").picture("change-07-start-terms");
        start.choose("kind", "退定").choose("fault", "买方违约");
        assertThat(start.field("fault").getText()).contains("没收 50,000.00 元");
        start.picture("change-08-start-undo");
        start.complete();
        browser.until("it is asked for", driver -> stateOf(sale).equals("IN_APPROVAL") ? true : null);

        browser.signInInstead("wu.zong");
        TaskForm.ofTask(browser, decisionOf("wu.zong", sale)).picture("change-09-undo-decision");
    }

    @Test
    void anExchangeOfUnitsIsCarriedFromTheAskingToTheSignature(Browser browser) {
        String sale = subscribed("冯换换");
        String free = jdbc.queryForObject(
                "select u.unit_no from sales.units u join sales.buildings b on b.id = u.building_id join sales.projects p"
                        + " on p.id = b.project_id where p.name = '云栖花园' and b.name = '1号楼' and u.state = 'AVAILABLE' and u.purpose = 'HOME'"
                        + " order by u.unit_no desc limit 1",
                String.class);

        browser.signIn("chen.xiao");
        TaskForm start = started(browser, sale);
        start.choose("kind", "更名");
        browser.see("[data-field='buyers'] input");
        start.picture("change-10-buyers", "form.anchang [data-field='kind']");
        start.choose("kind", "换房").write("unitId", free);
        browser.until(
                "only this unit is found",
                driver -> browser.all("[data-field='unitId'] .ac-found-one").size() == 1 ? true : null);
        browser.click("[data-field='unitId'] .ac-found-one");
        browser.until(
                "the plan makes the new price",
                driver -> browser.text("[data-field='plan']").contains("还余 0.00 元") ? true : null);
        start.write("reason", "客户想要高一些的楼层").picture("change-11-exchange", "form.anchang [data-field='kind']");
        start.complete();
        browser.until("it is asked for", driver -> stateOf(sale).equals("IN_APPROVAL") ? true : null);

        browser.signInInstead("zhou.kai");
        TaskForm decision = TaskForm.ofTask(browser, decisionOf("zhou.kai", sale));
        assertThat(decision.card()).contains(free);
        decision.picture("change-12-exchange-decision");
        browser.click(".ac-quick-done");
        browser.until("it is decided", driver -> stateOf(sale).equals("APPROVED") ? true : null);

        browser.signInInstead("qian.hui");
        TaskForm receipts = TaskForm.ofTask(
                        browser,
                        TasklistSession.of(port, "qian.hui")
                                .taskOf(orderOf(sale), "userTask_takeReceiptsBack")
                                .id())
                .claim();
        receipts.tickAll().picture("change-13-receipts-back").complete();
        browser.until("it was carried out", driver -> stateOf(sale).equals("EXECUTED") ? true : null);

        assertThat(jdbc.queryForObject("select unit_no from sales.sales_cases where id = ?::uuid", String.class, sale))
                .isEqualTo(free);
        TaskForm.ofTask(
                        browser,
                        TasklistSession.of(port, "qian.hui")
                                .taskOf(sale, "userTask_collectFirstPayment")
                                .id())
                .picture("change-14-exchanged");
    }

    private TaskForm started(Browser browser, String sale) {
        String no = jdbc.queryForObject("select no from sales.sales_cases where id = ?::uuid", String.class, sale);
        TaskForm start = TaskForm.start(browser, "change-order", "kind");
        start.write("caseId", no);
        browser.until(
                "only the sale of this number is found",
                driver -> browser.all(".ac-found-one").size() == 1
                                && browser.text(".ac-found-one").contains(no)
                        ? true
                        : null);
        browser.click(".ac-found-one");
        return start;
    }

    private void askedAgain(String sale, int days) {
        assertThat(TasklistSession.of(port, "chen.xiao")
                        .startForm(
                                "change-order",
                                Map.of("caseId", sale, "kind", "EXTEND_SIGNING", "days", days, "reason", "客户还在国外"))
                        .isOk())
                .isTrue();
    }

    private String stateOf(String sale) {
        return jdbc.queryForObject(
                "select coalesce((select state from sales.change_orders where case_id = ?::uuid order by no desc limit 1),"
                        + " '')",
                String.class,
                sale);
    }

    private String decisionOf(String person, String sale) {
        return TasklistSession.of(port, person)
                .taskOf(orderOf(sale), "userTask_decide")
                .id();
    }

    private String orderOf(String sale) {
        return jdbc.queryForObject(
                "select id::text from sales.change_orders where case_id = ?::uuid order by no desc limit 1",
                String.class,
                sale);
    }

    // ---- the way there, handed in without a browser

    private String subscribed(String name) {
        String project = jdbc.queryForObject("select id::text from sales.projects where name = '云栖花园'", String.class);
        assertThat(TasklistSession.of(port, "chen.xiao")
                        .startForm("sales-case", SaleForms.visit(project, name, phone))
                        .status())
                .isEqualTo(200);
        String sale =
                jdbc.queryForObject("select id::text from sales.sales_cases order by no desc limit 1", String.class);
        hand("chen.xiao", sale, "userTask_negotiate", SaleForms.intent());
        UUID unit = jdbc.queryForObject(
                "select u.id from sales.units u join sales.buildings b on b.id = u.building_id join sales.projects p"
                        + " on p.id = b.project_id where p.name = '云栖花园' and b.name = '1号楼' and u.state = 'AVAILABLE' and u.purpose = 'HOME'"
                        + " limit 1",
                UUID.class);
        hand("chen.xiao", sale, "userTask_chooseUnit", SaleForms.choose(unit.toString()));
        hand("qian.hui", sale, "userTask_collectDeposit", SaleForms.money("50000.00", name, "D" + phone, today()));
        TasklistSession chenXiao = TasklistSession.of(port, "chen.xiao");
        JsonNode prefill = chenXiao.get("/api/tasks/"
                        + chenXiao.taskOf(sale, "userTask_signSubscription").id() + "/card")
                .json()
                .path("prefill");
        hand("chen.xiao", sale, "userTask_signSubscription", SaleForms.subscription(name, "E12345678", prefill));
        return sale;
    }

    private void hand(String userId, String sale, String key, Map<String, Object> form) {
        TasklistSession person = TasklistSession.of(port, userId);
        String task = person.taskOf(sale, key).id();
        if (person.taskOf(sale, key).assignee() == null) {
            person.claim(task);
        }
        assertThat(person.submitForm(task, form))
                .satisfies(answer ->
                        assertThat(answer.status()).as(answer.message()).isEqualTo(204));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

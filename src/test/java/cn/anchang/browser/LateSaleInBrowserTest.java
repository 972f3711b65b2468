package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.Jobs;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TaskForm;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The forms of a sale that does not go straight: followed up, not subscribed in time, not signed in time, given up. */
@BrowserTest
class LateSaleInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    private final String phone = "136" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    @Test
    void aCustomerIsFollowedUpOnTheAgreedDay(Browser browser) {
        String sale = registered();
        browser.signIn("chen.xiao");
        task(browser, "chen.xiao", sale, "userTask_negotiate")
                .choose("outcome", "再跟进")
                .day("followUpOn", today().plusDays(3))
                .write("suggestion", "想要更大的阳台")
                .complete();
        pass(Duration.ofDays(4));

        TaskForm followUp = task(browser, "chen.xiao", sale, "userTask_followUp");
        assertThat(followUp.field("suggestion").getText()).contains("上次：想要更大的阳台");
        assertThat(followUp.value("suggestion")).isEmpty();
        followUp.choose("outcome", "有意向")
                .write("feedback", "带家人复看")
                .picture("late-01-follow-up")
                .complete();
        assertThat(TasklistSession.of(port, "chen.xiao").tasksOf(sale))
                .extracting(TasklistSession.OpenTask::key)
                .containsExactly("userTask_chooseUnit");
    }

    @Test
    void aDepositWithoutAgreementIsSupervisedAndALateSigningIsExtendedThenForfeitedAndRefunded(Browser browser) {
        String sale = depositPaid();
        pass(Duration.ofDays(3));

        browser.signIn("zhao.ming");
        TaskForm supervision = task(browser, "zhao.ming", sale, "userTask_superviseSubscription")
                .claim();
        supervision.write("days", "9").write("note", "客户出差，下周回来签").pressComplete();
        assertThat(supervision.field("days").getText()).contains("应在 1 到 7 之间");
        supervision.write("days", "3").picture("late-02-supervision").complete();

        subscribed(sale);
        pass(Duration.ofDays(9));
        TaskForm overdue =
                task(browser, "zhao.ming", sale, "userTask_handleOverdue").claim();
        overdue.choose("decision", "延期签约")
                .write("days", "30")
                .write("reason", "客户等退税")
                .pressComplete();
        assertThat(overdue.field("days").getText()).contains("超出您的权限");
        overdue.write("days", "2").picture("late-03-overdue").complete();

        pass(Duration.ofDays(3));
        task(browser, "zhao.ming", sale, "userTask_handleOverdue")
                .claim()
                .choose("decision", "提请挞定")
                .write("reason", "客户不再接电话")
                .complete();

        browser.signInInstead("wu.zong");
        TaskForm ruling = task(browser, "wu.zong", sale, "userTask_ruleForfeit").claim();
        ruling.choose("forfeited", "挞定，解除认购").choose("fault", "卖方违约");
        assertThat(ruling.field("fault").getText()).contains("退还客户 100,000.00 元");
        ruling.choose("fault", "双方无责");
        assertThat(ruling.field("fault").getText()).contains("没收 0.00 元", "退还客户 50,000.00 元");
        ruling.write("reason", "双方协商解除").picture("late-04-ruling").complete();

        browser.signInInstead("qian.hui");
        TaskForm refund = task(browser, "qian.hui", sale, "userTask_refund").claim();
        assertThat(refund.value("amount")).isEqualTo("50,000.00");
        assertThat(refund.field("amount").getText()).contains("大写：伍万元整");
        refund.choose("method", "转账")
                .write("bankSerial", "R" + phone)
                .picture("late-05-refund")
                .complete();
        assertThat(TasklistSession.of(port, "qian.hui").tasksOf(sale)).isEmpty();
    }

    // ---- the way there, handed in without a browser

    private String registered() {
        String project = jdbc.queryForObject("select id::text from sales.projects where name = '云栖花园'", String.class);
        assertThat(TasklistSession.of(port, "chen.xiao")
                        .startForm("sales-case", SaleForms.visit(project, "许十一", phone))
                        .status())
                .isEqualTo(200);
        return jdbc.queryForObject("select id::text from sales.sales_cases order by no desc limit 1", String.class);
    }

    private String depositPaid() {
        String sale = registered();
        hand("chen.xiao", sale, "userTask_negotiate", SaleForms.intent());
        UUID unit = jdbc.queryForObject(
                "select u.id from sales.units u join sales.buildings b on b.id = u.building_id join sales.projects p"
                        + " on p.id = b.project_id where p.name = '云栖花园' and b.name = '1号楼' and u.state = 'AVAILABLE'"
                        + " limit 1",
                UUID.class);
        hand("chen.xiao", sale, "userTask_chooseUnit", SaleForms.choose(unit.toString()));
        hand("qian.hui", sale, "userTask_collectDeposit", SaleForms.money("50000.00", "许十一", "D" + phone, today()));
        return sale;
    }

    private void subscribed(String sale) {
        TasklistSession chenXiao = TasklistSession.of(port, "chen.xiao");
        JsonNode prefill = chenXiao.get("/api/tasks/"
                        + chenXiao.taskOf(sale, "userTask_signSubscription").id() + "/card")
                .json()
                .path("prefill");
        hand("chen.xiao", sale, "userTask_signSubscription", SaleForms.subscription("许十一", "E12345678", prefill));
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

    private void pass(Duration time) {
        clock.forward(time);
        jobs.runAllDue();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private TaskForm task(Browser browser, String userId, String sale, String key) {
        return TaskForm.ofTask(
                browser, TasklistSession.of(port, userId).taskOf(sale, key).id());
    }
}

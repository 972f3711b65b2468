package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.mail.Delivery;
import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TaskForm;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 赵明 writes the day's report in Chromium, and the general manager's letter is read in the sample's mailbox. */
@BrowserTest
class ReportInBrowserTest {

    private static final String PROJECT = "云栖花园";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    Delivery delivery;

    @Autowired
    TestClock clock;

    @Test
    void aDaysReportIsOpenedWrittenSubmittedAndReadByTheGeneralManager(Browser browser) {
        LocalDate today = LocalDate.now(clock);
        String project = jdbc.queryForObject(
                "select cast(id as text) from sales.projects where name = ?", String.class, PROJECT);
        String phone = "136" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        assertThat(TasklistSession.of(port, "chen.xiao")
                        .startForm("sales-case", SaleForms.visit(project, "何九", phone))
                        .isOk())
                .isTrue();
        browser.signIn("zhao.ming");

        TaskForm.start(browser, "sales-report", "projectId")
                .choose("projectId", PROJECT)
                .choose("kind", "日总结与计划")
                .day("day", today)
                .picture("report-01-start")
                .complete();
        String report = jdbc.queryForObject(
                "select cast(r.id as text) from sales.sales_reports r join sales.projects p on p.id = r.project_id"
                        + " where p.name = ? order by opened_at desc limit 1",
                String.class,
                PROJECT);
        runAsync();

        String task = TasklistSession.of(port, "zhao.ming")
                .taskOf(report, "userTask_writeReport")
                .id();
        TaskForm form = TaskForm.ofTask(browser, task);
        browser.seeText("来访（组）");
        form.picture("report-02-unclaimed").claim();
        form.write("happened", "晴天，自然到访较多，主力户型为三室两厅。")
                .write("causes", "周边新盘开盘分流，电话邀约不足。")
                .write("visits", "8")
                .write("subscriptions", "1")
                .write("contracts", "1")
                .write("receipts", "500000");
        assertThat(form.mayComplete()).isTrue();
        browser.click("[data-field='tasks'] .ac-chip-button");
        assertThat(form.mayComplete())
                .as("a line is written whole or not at all")
                .isTrue();
        browser.type("[data-field='tasks'] input.ac-input", "回访近七天来访未认购的客户");
        new Select(browser.see("[data-field='tasks'] select")).selectByVisibleText("陈晓");
        WebElement day = browser.see("[data-field='tasks'] input[type='date']");
        browser.run(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));",
                day,
                today.plusDays(1).toString());
        browser.run("document.querySelector(\"[data-field='tasks']\").scrollIntoView({block: 'center'})");
        form.picture("report-03-written").complete();
        runAsync();
        delivery.deliverDue();

        browser.go("/documents/" + documentOf(report));
        browser.seeText("本期数据").seeText("按时提交").picture("report-04-document");
        browser.go("/").seeText("示例邮箱").picture("report-05-home");
        browser.clickText("示例邮箱");
        browser.seeText("wu.zong@anchang.example").seeText("【本期数据】").picture("report-06-mailbox");
        assertThat(browser.pageText()).contains("日总结与计划", "回访近七天来访未认购的客户", "按时提交");
        assertThat(jdbc.queryForMap("select on_time from sales.sales_reports where id = cast(? as uuid)", report))
                .isEqualTo(Map.of("on_time", true));
    }

    private String documentOf(String report) {
        return jdbc.queryForObject(
                "select cast(document_id as text) from sales.sales_reports where id = cast(? as uuid)",
                String.class,
                report);
    }

    /** What the job executor would do at once. */
    private void runAsync() {
        identity.clearAuthentication();
        for (Job job : management
                .createJobQuery()
                .processDefinitionKey("sales-report")
                .messages()
                .list()) {
            management.executeJob(job.getId());
        }
    }
}

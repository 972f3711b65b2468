package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.Jobs;
import cn.anchang.testing.TaskForm;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The end of a stage in Chromium: summed up, approved, and one of two proposals taken into the plan's next revision. */
@BrowserTest
class SummaryInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @Test
    void aStageThatEndedIsSummedUpAndOneOfTwoProposalsGoesIntoThePlansRevision(Browser browser) {
        String plan = planInForce();
        clock.forward(Duration.ofDays(10));
        jobs.runAllDue();
        String summary = jdbc.queryForObject(
                "select cast(id as text) from sales.stage_summaries where plan_id = cast(? as uuid)",
                String.class,
                plan);

        browser.signIn("sun.li");
        TaskForm writing = task(browser, "sun.li", summary, "userTask_writeStageSummary");
        assertThat(writing.card()).contains("计划与实际", "来访（组）", "200");
        writing.picture("summary-01-unclaimed").claim();
        for (WebElement answer : browser.all("form.anchang .ac-guide-part textarea")) {
            browser.run("arguments[0].scrollIntoView({block: 'center'})", answer);
            answer.sendKeys("周边新盘开盘分流，来访低于计划。");
        }
        writing.picture("summary-02-guide", "[data-field='answers']")
                .line("proposals")
                .choose("proposals", 1, "kind", "推广活动")
                .write("proposals", 1, "what", "增加老带新活动")
                .write("proposals", 1, "reason", "转介成交率高")
                .write("proposals", 1, "cost", "20000")
                .line("proposals")
                .choose("proposals", 2, "kind", "示范单位调整")
                .write("proposals", 2, "what", "更换样板间灯具")
                .write("proposals", 2, "reason", "客户反映灯光偏暗")
                .picture("summary-03-proposals", "[data-field='proposals']")
                .complete();

        browser.signInInstead("zhou.kai");
        TaskForm review = task(browser, "zhou.kai", summary, "userTask_decide").claim();
        assertThat(review.card()).contains("增加老带新活动", "更换样板间灯具", "周边新盘开盘分流");
        review.choose("decision", "同意").picture("summary-04-review").complete();

        browser.signInInstead("wu.zong");
        task(browser, "wu.zong", summary, "userTask_decide")
                .claim()
                .choose("decision", "同意")
                .picture("summary-05-approved")
                .complete();

        browser.signInInstead("zhou.kai");
        TaskForm decision =
                task(browser, "zhou.kai", summary, "userTask_decideRevision").claim();
        decision.choose("revise", "修订推广计划");
        browser.seeText("写入计划");
        List<WebElement> ticks = browser.all("form.anchang [data-field='proposals'] input[type='checkbox']");
        assertThat(ticks).hasSize(2);
        for (int i = 0; i < 2; i++) {
            if (ticks.get(i).isSelected() != (i == 0)) {
                browser.run("arguments[0].scrollIntoView({block: 'center'})", ticks.get(i));
                ticks.get(i).click();
            }
        }
        assertThat(ticks).extracting(WebElement::isSelected).containsExactly(true, false);
        decision.write("reason", "先做老带新，灯具留待下阶段。")
                .picture("summary-06-decision", "[data-field='proposals']")
                .complete();

        browser.signInInstead("sun.li");
        String revision = jdbc.queryForObject(
                "select cast(revision_id as text) from sales.stage_summaries where id = cast(? as uuid)",
                String.class,
                summary);
        assertThat(revision).isNotEqualTo(plan);
        assertThat(documentOf(revision)).as("a revision of the same document").isEqualTo(documentOf(plan));
        TaskForm draft = task(browser, "sun.li", revision, "userTask_draftPlan").claim();
        draft.picture("summary-07-revision", "[data-field='activities']");
        assertThat(lines(browser, "activities", "title")).containsExactly("增加老带新活动");
        assertThat(lines(browser, "showFlatChanges", "what"))
                .as("the other proposal stays in the summary")
                .containsExactly("样板间换软装");

        browser.go("/documents/"
                + jdbc.queryForObject(
                        "select cast(document_id as text) from sales.stage_summaries where id = cast(? as uuid)",
                        String.class,
                        summary));
        browser.seeText("所总结的推广计划").picture("summary-08-document");
        assertThat(browser.pageText())
                .contains("建议的落实：增加老带新活动", "先做老带新，灯具留待下阶段。")
                .doesNotContain("建议的落实：更换样板间灯具", "??");
    }

    // ---- the way there, handed in without a browser

    private String planInForce() {
        LocalDate today = LocalDate.now(clock);
        String project = jdbc.queryForObject(
                "select cast(id as text) from sales.projects order by (name = '云栖花园'), name limit 1", String.class);
        Map<String, Object> form = new HashMap<>(Map.of(
                "stage",
                "蓄客期",
                "startsOn",
                today.toString(),
                "endsOn",
                today.plusDays(9).toString()));
        form.put("projectId", project);
        TasklistSession.Answer begun = TasklistSession.of(port, "sun.li").startForm("promotion-plan", form);
        assertThat(begun.isOk()).as(begun.message()).isTrue();
        String plan = begun.json().path("businessKey").asText();
        form.remove("projectId");
        form.put("outcome", "SUBMIT");
        form.put("goals", "蓄客两百组");
        form.put("visits", 200);
        form.put("budget", "100000.00");
        form.put(
                "showFlatChanges",
                List.of(Map.of(
                        "key",
                        "s1",
                        "place",
                        "样板间 A",
                        "what",
                        "样板间换软装",
                        "by",
                        today.plusDays(5).toString())));
        hand("sun.li", plan, "userTask_draftPlan", form);
        agree(plan, "zhao.ming");
        agree(plan, "zhou.kai");
        return plan;
    }

    private void agree(String plan, String userId) {
        TasklistSession person = TasklistSession.of(port, userId);
        String task = person.taskOf(plan, "userTask_decide").id();
        String fingerprint = person.get("/api/tasks/" + task + "/document")
                .json()
                .path("prefill")
                .path("fingerprint")
                .asText();
        hand(userId, plan, "userTask_decide", Map.of("decision", "AGREE", "reason", "", "fingerprint", fingerprint));
    }

    private void hand(String userId, String key, String taskKey, Map<String, Object> form) {
        TasklistSession person = TasklistSession.of(port, userId);
        TasklistSession.OpenTask task = person.taskOf(key, taskKey);
        if (task.assignee() == null) {
            person.claim(task.id());
        }
        TasklistSession.Answer answer = person.submitForm(task.id(), form);
        assertThat(answer.isOk()).as(answer.message()).isTrue();
    }

    // ---- people and their tasks

    private String documentOf(String plan) {
        return jdbc.queryForObject(
                "select cast(document_id as text) from sales.promotion_plans where id = cast(? as uuid)",
                String.class,
                plan);
    }

    private static List<String> lines(Browser browser, String list, String column) {
        return browser.all("form.anchang [data-field='%s'] [data-col='%s'] .ac-input".formatted(list, column)).stream()
                .map(input -> input.getDomProperty("value"))
                .toList();
    }

    private TaskForm task(Browser browser, String userId, String businessKey, String key) {
        return TaskForm.ofTask(
                browser,
                TasklistSession.of(port, userId).taskOf(businessKey, key).id());
    }
}

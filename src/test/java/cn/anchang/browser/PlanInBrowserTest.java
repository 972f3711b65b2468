package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.TaskForm;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A promotion plan on its way through the people it concerns: returned twice, approved for its differences, handed out. */
@BrowserTest
class PlanInBrowserTest {

    private static final String PROJECT = "云栖花园";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private String plan;

    @Test
    void aPlanReturnedTwiceIsApprovedForItsDifferencesAndHandedToDesignAndEngineering(Browser browser) {
        LocalDate today = LocalDate.now(clock);
        LocalDate starts = today.plusDays(7);

        browser.signIn("sun.li").go("/documents").seeText("新建阶段性推广计划");
        TaskForm start = TaskForm.start(browser, "promotion-plan", "projectId");
        start.choose("projectId", PROJECT)
                .write("stage", "开盘强销期")
                .day("startsOn", starts)
                .day("endsOn", starts.plusMonths(3))
                .picture("plan-01-start")
                .complete();
        plan = newestPlan();

        TaskForm draft = task(browser, "sun.li", "userTask_draftPlan").claim();
        draft.write("goals", "以示范区开放为核心，线上线下同步推广，重点投放高铁站与商圈，形成持续热度。")
                .write("visits", "600")
                .write("subscriptions", "60")
                .write("budget", "260000")
                .line("activities")
                .write("activities", 1, "title", "示范区开放日")
                .choose("activities", 1, "channel", "活动")
                .choose("activities", 1, "owner", "孙丽")
                .day("activities", 1, "startsOn", starts)
                .day("activities", 1, "endsOn", starts.plusDays(1))
                .write("activities", 1, "cost", "80000")
                .write("activities", 1, "note", "周末两天，邀约意向客户到场。")
                .line("activities")
                .write("activities", 2, "title", "高铁站灯箱")
                .choose("activities", 2, "channel", "户外广告")
                .choose("activities", 2, "owner", "孙丽")
                .day("activities", 2, "startsOn", starts)
                .day("activities", 2, "endsOn", starts.plusMonths(2))
                .write("activities", 2, "cost", "200000")
                .picture("plan-02-draft-activities", "[data-field='activities']");
        assertThat(draft.field("activities").getText()).contains("超出 20,000.00 元");
        draft.line("showFlatChanges")
                .write("showFlatChanges", 1, "place", "B 户型示范单位")
                .write("showFlatChanges", 1, "what", "厨房改为开放式，增加收纳展示")
                .day("showFlatChanges", 1, "by", starts)
                .line("constructionAsks")
                .write("constructionAsks", 1, "what", "示范区主入口道路完成铺装")
                .day("constructionAsks", 1, "by", starts)
                .picture("plan-03-draft-design", "[data-field='showFlatChanges']")
                .save()
                .picture("plan-04-draft-put-by");
        browser.go("/");
        draft = task(browser, "sun.li", "userTask_draftPlan");
        assertThat(draft.value("goals")).contains("重点投放高铁站");
        draft.picture("plan-05-draft-again").complete();

        browser.signInInstead("zhou.kai");
        TaskForm review = task(browser, "zhou.kai", "userTask_decide");
        assertThat(review.card()).contains("首次提交", "示范区开放日", "超出");
        review.picture("plan-06-review-unclaimed").claim();
        review.choose("decision", "同意").picture("plan-07-review").complete();

        browser.signInInstead("wu.zong");
        TaskForm first = task(browser, "wu.zong", "userTask_decide").claim();
        assertThat(first.card()).contains("首次提交");
        first.choose("decision", "退回修改");
        assertThat(first.mayComplete()).isFalse();
        first.write("reason", "来访目标偏高，且费用超出预算，请压缩。").picture("plan-08-returned").complete();

        browser.signInInstead("sun.li");
        TaskForm second = task(browser, "sun.li", "userTask_draftPlan").claim();
        assertThat(second.card()).contains("吴总", "来访目标偏高，且费用超出预算，请压缩。");
        second.picture("plan-09-came-back").write("visits", "480").write("activities", 1, "cost", "60000");
        assertThat(second.completeRefused()).contains("请填写修改内容");
        second.picture("plan-10-changes-not-said")
                .write("changed", "下调来访目标，开放日费用压缩")
                .complete();

        browser.signInInstead("zhou.kai");
        TaskForm secondReview = task(browser, "zhou.kai", "userTask_decide").claim();
        assertThat(secondReview.card()).contains("与第 1 版相比", "600", "480");
        secondReview.choose("decision", "同意").complete();

        browser.signInInstead("wu.zong");
        task(browser, "wu.zong", "userTask_decide")
                .claim()
                .choose("decision", "退回修改")
                .write("reason", "高铁站灯箱转化低，请改投老业主圈层。")
                .picture("plan-11-second-version")
                .complete();

        browser.signInInstead("sun.li");
        task(browser, "sun.li", "userTask_draftPlan")
                .claim()
                .write("changed", "取消高铁站灯箱，改为老业主答谢会")
                .write("goals", "以示范区开放为核心，线上线下同步推广，重点经营老业主圈层，形成持续热度。")
                .remove("activities", 2)
                .line("activities")
                .write("activities", 2, "title", "老业主答谢会")
                .choose("activities", 2, "channel", "老客户介绍")
                .choose("activities", 2, "owner", "孙丽")
                .day("activities", 2, "startsOn", starts.plusDays(14))
                .day("activities", 2, "endsOn", starts.plusDays(14))
                .write("activities", 2, "cost", "150000")
                .picture("plan-12-third-version", "[data-field='activities']")
                .complete();

        browser.signInInstead("zhou.kai");
        task(browser, "zhou.kai", "userTask_decide")
                .claim()
                .choose("decision", "同意")
                .complete();

        browser.signInInstead("wu.zong");
        TaskForm third = task(browser, "wu.zong", "userTask_decide").claim();
        browser.until(
                "the changes stay in sight when the task is claimed",
                driver -> browser.see("form.anchang .ac-changes").getRect().getY() > 0 ? true : null);
        assertThat(third.card())
                .as("what changed since the second version, and nothing else")
                .contains("与第 2 版相比", "高铁站灯箱", "老业主答谢会", "重点经营老业主圈层")
                .doesNotContain("600", "厨房改为开放式");
        third.picture("plan-13-differences");
        third.choose("decision", "同意").picture("plan-14-approved").complete();

        browser.signInInstead("feng.tao");
        TaskForm design = task(browser, "feng.tao", "userTask_changeShowFlat").claim();
        assertThat(design.card()).contains("厨房改为开放式，增加收纳展示");
        design.day("doneOn", today)
                .write("result", "已按图完成，照片存档。")
                .picture("plan-15-design")
                .complete();

        browser.signInInstead("jiang.bo");
        task(browser, "jiang.bo", "userTask_adjustConstruction")
                .claim()
                .day("doneOn", today)
                .write("result", "主入口道路已铺装验收。")
                .picture("plan-16-engineering")
                .complete();

        browser.signInInstead("sun.li").go("/documents/" + documentId()).clickText("复制");
        browser.driver().switchTo().alert().accept();
        browser.seeText("未经审批");
        browser.picture("plan-21-copied");
        assertThat(browser.pageText()).contains("草稿", "复制自").doesNotContain("吴总");

        browser.signInInstead("wu.zong").go("/documents").seeText("开盘强销期");
        browser.picture("plan-17-documents");
        browser.go("/documents/" + documentId()).seeText("修订记录");
        browser.picture("plan-18-document");
        assertThat(browser.pageText())
                .contains("已批准", "孙丽", "周凯", "吴总", "高铁站灯箱转化低，请改投老业主圈层。", "取消高铁站灯箱，改为老业主答谢会")
                .doesNotContain("批准已失效", "??");
        browser.go("/documents/" + documentId() + "?version=3&against=2").seeText("第 3 版与第 2 版相比");
        browser.picture("plan-19-compared");
        browser.run("window.scrollTo(0, document.body.scrollHeight)");
        browser.picture("plan-20-revisions");
    }

    // ---- people and their tasks

    private TaskForm task(Browser browser, String userId, String key) {
        return TaskForm.ofTask(
                browser, TasklistSession.of(port, userId).taskOf(plan, key).id());
    }

    private String newestPlan() {
        return jdbc.queryForObject(
                "select p.id::text from sales.promotion_plans p join sales.controlled_documents d on d.id = p.document_id"
                        + " order by d.no desc limit 1",
                String.class);
    }

    private String documentId() {
        return jdbc.queryForObject(
                "select document_id::text from sales.promotion_plans where id = ?::uuid", String.class, plan);
    }
}

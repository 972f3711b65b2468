package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.Documents;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Revision;
import cn.anchang.approval.Trace;
import cn.anchang.approval.VersionState;
import cn.anchang.marketing.Figures;
import cn.anchang.marketing.SummaryContent;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.PaymentState;
import cn.anchang.payment.Statement;
import cn.anchang.shared.Money;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 阶段性营销总结 of sites of their own: opened by the stage's end and by hand, sent back, refused, approved, and turned into a revision. */
class StageSummaryJourneyTest extends JourneyTest {

    private static final String WRITE = "userTask_writeStageSummary";
    private static final String DECIDE = "userTask_decideRevision";
    private static final List<String> GUIDE =
            List.of("goals", "channels", "customers", "lost", "rivals", "causes", "conclusions");

    @Autowired
    Documents documents;

    @Autowired
    Ledger ledger;

    @Test
    void theStagesEndOpensItWithTheNumbersOfTheLedgerAndTheSuggestionsToCite() {
        Sale bought = sale().paid();
        Sale lost = sale(bought.site(), CHEN, Person.unknown()).visited();
        accepted(lost.talk(
                "userTask_negotiate",
                Map.of("outcome", "lost", "lostReason", "PRICE", "lostNote", "超出预算", "suggestion", "希望增加赠送面积")));
        bought.reverseLastPayment(ledger);
        UUID plan = planInForce(bought.site(), today(), today().plusDays(9));
        assertThat(summaries(bought.site())).isEmpty();

        clock.forward(Duration.ofDays(10));
        runDue(plan);

        UUID summary = summary(bought.site());
        assertThat(jdbc.queryForMap(
                        "select state, opened_by, plan_id from sales.stage_summaries where id = ?", summary))
                .containsEntry("state", "WRITING")
                .containsEntry("opened_by", null)
                .containsEntry("plan_id", plan);
        SummaryContent content = content(summary);
        assertThat(content.planned().visits()).isEqualTo(200);
        assertThat(content.figures().visits()).isEqualTo(2);
        assertThat(content.figures().lostCases()).isOne();
        assertThat(content.figures().subscriptions().money()).isEqualTo(Money.of("1000000"));
        equalsTheLedger(content.figures(), bought, lost);
        assertThat(content.figures().receipts()).isEqualTo(Money.of("50000"));
        assertThat(content.figures().suggestions())
                .extracting(Figures.Suggestion::text)
                .contains("样板间灯光偏暗", "希望增加赠送面积");

        JsonNode card = card(MARKETING, summary, WRITE);
        assertThat(card.toString()).contains("来访（组）", "计划与实际", "战败原因", "价格", "50,000.00");
        assertThat(card.path("prefill").path("guide")).hasSize(GUIDE.size());
        assertThat(card.path("prefill").path("suggestions").toString())
                .contains("样板间灯光偏暗")
                .doesNotContain(bought.person().name(), bought.person().phone());
        assertThat(at(DIRECTOR).tasksOf(summary.toString())).isEmpty();
        assertThat(at(CHEN).tasksOf(summary.toString())).isEmpty();
        assertThat(at(CHEN).get("/documents/" + documentOf(summary)).status()).isIn(403, 404);
        assertThat(at(MANAGER).get("/documents/" + documentOf(summary)).status())
                .isEqualTo(200);

        byte[] workbook = at(MARKETING).download("/documents/" + documentOf(summary) + "/export");
        WorkbooksJourneyTest.keep("summary.xlsx", workbook);
        assertThat(WorkbooksJourneyTest.numbers(workbook, "回款")).contains(50000.0);

        runDue(plan);
        assertThat(summaries(bought.site()))
                .as("the end of a stage opens nothing twice")
                .hasSize(1);
    }

    @Test
    void threeReturnsInARowEachFetchTheNumbersAnewAndKeepWhatWasWritten() {
        Sale sale = sale().reserved();
        UUID summary = byHand(sale.site());
        refused(write(summary, Map.of("answers", answers("只写一条").subList(0, 1))), "编写指引", "结论");
        accepted(write(summary, form("第一稿")));
        decide(summary, DIRECTOR, "RETURN", "原因不够具体");

        SummaryContent second = content(summary);
        assertThat(second.answers()).extracting(SummaryContent.Answer::text).contains("第一稿");
        assertThat(card(MARKETING, summary, WRITE)
                        .path("prefill")
                        .path("guide")
                        .get(0)
                        .path("text")
                        .asText())
                .isEqualTo("第一稿");
        refused(write(summary, form("第二稿")), "修改内容");
        Sale late = sale(sale.site(), LIN, Person.unknown()).visited();
        accepted(write(summary, form("第二稿", "补充了原因")));
        decide(summary, DIRECTOR, "AGREE", "");
        decide(summary, GENERAL_MANAGER, "RETURN", "建议要有预算");
        assertThat(content(summary).figures().visits())
                .as("numbers are those of the day the version was opened")
                .isEqualTo(2);
        accepted(write(summary, form("第三稿", "补充了预算")));
        decide(summary, DIRECTOR, "RETURN", "再核一遍");
        accepted(write(summary, form("第四稿", "已核对")));

        JsonNode seen = card(DIRECTOR, summary, "userTask_decide");
        assertThat(seen.path("against").asInt()).isEqualTo(3);
        assertThat(seen.path("changes").toString()).contains("第三稿", "第四稿").doesNotContain("回款");
        decide(summary, DIRECTOR, "AGREE", "");
        decide(summary, GENERAL_MANAGER, "AGREE", "");

        assertThat(documents.view(documentOf(summary)).revisions())
                .extracting(Revision::version, Revision::state, Revision::comment)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, VersionState.APPROVED, ""),
                        org.assertj.core.groups.Tuple.tuple(3, VersionState.RETURNED, "再核一遍"),
                        org.assertj.core.groups.Tuple.tuple(2, VersionState.RETURNED, "建议要有预算"),
                        org.assertj.core.groups.Tuple.tuple(1, VersionState.RETURNED, "原因不够具体"));
        assertThat(visitsOf(summary)).as("frozen version by version").containsExactly(1, 1, 2, 2);
        equalsTheLedger(content(summary).figures(), sale, late);
        assertThat(state(summary)).isEqualTo("APPROVED");
        assertThat(at(DIRECTOR).download(WorkbooksJourneyTest.attachedTo(jdbc, summary.toString())))
                .as("who decides on the plan has the approved numbers beside the task")
                .isNotEmpty();

        refused(resolve(summary, Map.of("revise", true, "reason", "试试", "proposals", List.of())), "至少勾选");
        refused(
                resolve(summary, Map.of("revise", true, "reason", "试试", "proposals", chosen("nobody-wrote-this"))),
                "不在已批准的总结中");
        refused(resolve(summary, Map.of("revise", true, "reason", "采纳", "proposals", chosen("p1"))), "没有可以修订的推广计划");
        accepted(resolve(summary, Map.of("revise", false, "reason", "计划仍然合适")));
        assertThat(endOf(summary, "stage-summary")).isEqualTo("endEvent_planStands");
        assertThat(state(summary)).isEqualTo("STANDS");
        assertThat(remarks(summary)).containsExactly("周凯决定推广计划维持不变：计划仍然合适");
    }

    @Test
    void aRejectedSummaryIsOverAndItsDaysMayBeSummedUpAgain() {
        Sale sale = sale().visited();
        UUID summary = byHand(sale.site());
        refused(at(MARKETING).startForm("stage-summary", period(sale.site(), today(), today())), "已有营销总结");
        accepted(write(summary, form("第一稿")));
        assertThat(at(MARKETING).tasksOf(summary.toString())).isEmpty();
        decide(summary, DIRECTOR, "REJECT", "本阶段不作总结");

        assertThat(endOf(summary, "stage-summary")).isEqualTo("endEvent_summaryRejected");
        assertThat(state(summary)).isEqualTo("REJECTED");
        accepted(at(MARKETING).startForm("stage-summary", period(sale.site(), today(), today())));
        assertThat(summaries(sale.site())).hasSize(2);
    }

    @Test
    void itsAuthorTakesItBackAndWritesOn() {
        Sale sale = sale().visited();
        UUID summary = byHand(sale.site());
        accepted(write(summary, form("第一稿")));
        String page = at(MARKETING).get("/documents/" + documentOf(summary)).text();
        at(MARKETING).form("/documents/" + documentOf(summary) + "/withdraw", page, Map.of());

        assertThat(state(summary)).isEqualTo("WRITING");
        assertThat(at(DIRECTOR).tasksOf(summary.toString())).isEmpty();
        accepted(save(summary, Map.of("answers", answers("还没想好").subList(0, 1), "proposals", List.of())));
        JsonNode prefill = card(MARKETING, summary, WRITE).path("prefill");
        assertThat(prefill.path("guide").get(0).path("text").asText()).isEqualTo("还没想好");
        accepted(write(summary, form("第二稿", "重写")));
        decide(summary, DIRECTOR, "AGREE", "");
        assertThat(documents.view(documentOf(summary)).revisions())
                .extracting(Revision::state)
                .containsExactly(VersionState.SUBMITTED, VersionState.WITHDRAWN);
    }

    @Test
    void whoBeganASummaryMayReviewIt() {
        Sale sale = sale().visited();
        accepted(at(DIRECTOR).startForm("stage-summary", period(sale.site(), today(), today())));
        UUID summary = summary(sale.site());
        accepted(write(summary, form("第一稿")));
        decide(summary, DIRECTOR, "AGREE", "");
        decide(summary, GENERAL_MANAGER, "AGREE", "");
        assertThat(state(summary)).isEqualTo("APPROVED");
        assertThat(at(MARKETING).tasksOf(summary.toString())).isEmpty();
        assertThat(at(DIRECTOR).tasksOf(summary.toString()))
                .extracting(OpenTask::key)
                .containsExactly(DECIDE);
    }

    @Test
    void twoOfThreeProposalsBecomeLinesOfThePlansNextRevision() {
        Sale sale = sale().visited();
        UUID plan = planInForce(sale.site(), today(), today().plusDays(20));
        accepted(at(MARKETING).startForm("stage-summary", Map.of("basis", "PLAN", "planId", plan.toString())));
        UUID summary = summary(sale.site());
        assertThat(content(summary).figures().period().to())
                .as("as far as the stage has come")
                .isEqualTo(today());
        Map<String, Object> form = form("第一稿");
        JsonNode suggestion = card(MARKETING, summary, WRITE)
                .path("prefill")
                .path("suggestions")
                .get(0);
        form.put(
                "suggestions",
                List.of(Map.of("key", suggestion.path("key").asText(), "cited", true, "response", "更换灯具")));
        form.put("proposals", proposals());
        accepted(write(summary, form));
        decide(summary, DIRECTOR, "AGREE", "");
        decide(summary, GENERAL_MANAGER, "AGREE", "");
        assertThat(content(summary).cited())
                .extracting(SummaryContent.Cited::text, SummaryContent.Cited::response)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("样板间灯光偏暗", "更换灯具"));

        accepted(resolve(summary, Map.of("revise", true, "reason", "换渠道、改灯光", "proposals", chosen("p1", "p2"))));

        assertThat(endOf(summary, "stage-summary")).isEqualTo("endEvent_planRevisionOpened");
        assertThat(state(summary)).isEqualTo("REVISED");
        UUID edition =
                jdbc.queryForObject("select revision_id from sales.stage_summaries where id = ?", UUID.class, summary);
        assertThat(edition).isNotEqualTo(plan);
        assertThat(jdbc.queryForList(
                        "select proposal_key from sales.stage_summary_choices where summary_id = ? order by seq",
                        String.class,
                        summary))
                .containsExactly("p1", "p2");
        String draft = jdbc.queryForObject(
                "select v.content from sales.document_versions v join sales.promotion_plans p on p.document_id = v.document_id"
                        + " where p.id = ? order by v.number desc limit 1",
                String.class,
                edition);
        assertThat(draft).contains("增加老带新活动", "更换样板间灯具").doesNotContain("下调首付比例");
        assertThat(at(MARKETING).tasksOf(edition.toString()))
                .extracting(OpenTask::key)
                .contains("userTask_draftPlan");

        String planNo = planNo(plan);
        List<Trace> forth = documents.view(documentOf(summary)).traces();
        assertThat(forth).extracting(Trace::label).contains("所总结的推广计划", "建议的落实：增加老带新活动", "建议的落实：更换样板间灯具");
        assertThat(forth)
                .hasSize(3)
                .allSatisfy(trace -> assertThat(trace.text()).contains(planNo));
        assertThat(forth).extracting(Trace::url).containsOnly("/documents/" + planDocument(plan));
        assertThat(at(GENERAL_MANAGER).get("/documents/" + documentOf(summary)).text())
                .contains("建议的落实：更换样板间灯具", planNo);
        assertThat(documents.view(planDocument(plan)).traces())
                .as("and back")
                .anySatisfy(trace -> assertThat(trace.text() + trace.url()).contains(summaryNo(summary)));
        assertThat(remarks(summary)).containsExactly("周凯决定修订推广计划，采纳 2 项建议：换渠道、改灯光");

        // above the director's limit: zhou.kai, who decided that there is to be a revision, reviews it; wu.zong
        // approves
        Map<String, Object> revised = planForm(today(), today().plusDays(20), "300000.00");
        revised.put("changed", "按总结修订");
        refused(submit(MARKETING, edition, "userTask_draftPlan", revised), "阶段性营销总结又提出：");
        revised.put(
                "proposals",
                card(MARKETING, edition, "userTask_draftPlan")
                        .path("prefill")
                        .path("proposals")
                        .asText());
        accepted(submit(MARKETING, edition, "userTask_draftPlan", revised));
        assertThat(at(GENERAL_MANAGER).tasksOf(edition.toString())).isEmpty();
        decide(edition, DIRECTOR, "AGREE", "");
        decide(edition, GENERAL_MANAGER, "AGREE", "");
        assertThat(jdbc.queryForObject("select state from sales.promotion_plans where id = ?", String.class, edition))
                .isEqualTo("IN_FORCE");
    }

    @Test
    void aSummaryNobodyCanWriteIsNotBegun() {
        Sale sale = sale().visited();
        LocalDate today = today();
        refused(at(MARKETING).startForm("stage-summary", Map.of("basis", "PLAN")), "请选择要总结的推广计划");
        refused(
                at(MARKETING)
                        .startForm(
                                "stage-summary",
                                Map.of(
                                        "basis",
                                        "PLAN",
                                        "planId",
                                        UUID.randomUUID().toString())),
                "请选择要总结的推广计划");
        refused(at(MARKETING).startForm("stage-summary", Map.of("basis", "PERIOD")), "请选择要总结的楼盘");
        refused(
                at(MARKETING)
                        .startForm(
                                "stage-summary",
                                Map.of(
                                        "basis",
                                        "PERIOD",
                                        "projectId",
                                        sale.site().projectId().toString())),
                "起止日期");
        refused(at(MARKETING).startForm("stage-summary", period(sale.site(), today, today.minusDays(1))), "早于起始日期");
        refused(at(MARKETING).startForm("stage-summary", period(sale.site(), today, today.plusDays(1))), "最晚到今天");
        UUID later = planInForce(sale.site(), today.plusDays(3), today.plusDays(20));
        refused(at(MARKETING).startForm("stage-summary", Map.of("basis", "PLAN", "planId", later.toString())), "尚无数据");
        assertThat(at(MARKETING).get("/api/marketing/plans").text()).doesNotContain(later.toString());
        assertThat(summaries(sale.site())).isEmpty();
        UUID now = planInForce(site(1), today, today.plusDays(20));
        assertThat(at(MARKETING).get("/api/marketing/plans").text()).contains(now.toString());
    }

    // ---- numbers

    private void equalsTheLedger(Figures figures, Sale... sales) {
        Money received = Money.ZERO;
        Money refunded = Money.ZERO;
        for (Sale sale : sales) {
            Statement statement = ledger.statement(sale.caseId()).orElse(null);
            if (statement != null) {
                received = received.plus(Money.sum(statement.payments().stream()
                        .filter(payment -> payment.state() == PaymentState.CONFIRMED)
                        .filter(payment -> figures.period().contains(payment.paidOn()))
                        .map(Statement.PaymentView::amount)
                        .toList()));
                refunded = refunded.plus(Money.sum(statement.refunds().stream()
                        .filter(refund -> !refund.reversed() && figures.period().contains(refund.paidOn()))
                        .map(Statement.RefundView::amount)
                        .toList()));
            }
        }
        assertThat(figures.receipts()).isEqualTo(received);
        assertThat(figures.refunds()).isEqualTo(refunded);
    }

    private List<Integer> visitsOf(UUID summary) {
        return jdbc.queryForList(
                "select cast(content as jsonb) -> 'figures' ->> 'visits' from sales.document_versions"
                        + " where document_id = ? order by number",
                Integer.class,
                documentOf(summary));
    }

    // ---- steps

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static Map<String, Object> period(SalesSite site, LocalDate from, LocalDate to) {
        return Map.of(
                "basis", "PERIOD",
                "projectId", site.projectId().toString(),
                "from", from.toString(),
                "to", to.toString());
    }

    /** About today, asked for by marketing. */
    private UUID byHand(SalesSite site) {
        accepted(at(MARKETING).startForm("stage-summary", period(site, today(), today())));
        return summary(site);
    }

    private static Map<String, Object> form(String text) {
        Map<String, Object> form = new HashMap<>();
        form.put("answers", answers(text));
        form.put("proposals", proposals());
        return form;
    }

    private static Map<String, Object> form(String text, String changed) {
        Map<String, Object> form = form(text);
        form.put("changed", changed);
        return form;
    }

    /** One answer to every question of the writing guide. */
    static List<Map<String, Object>> answers(String text) {
        return GUIDE.stream()
                .map(code -> Map.<String, Object>of("code", code, "text", text))
                .toList();
    }

    private static List<Map<String, Object>> proposals() {
        return List.of(
                Map.of("key", "p1", "kind", "ACTIVITY", "what", "增加老带新活动", "reason", "转介成交率高", "cost", "20000.00"),
                Map.of("key", "p2", "kind", "SHOW_FLAT", "what", "更换样板间灯具", "reason", "客户反映灯光偏暗"),
                Map.of("key", "p3", "kind", "PRICE", "what", "下调首付比例", "reason", "竞品首付更低"));
    }

    private static List<Map<String, Object>> chosen(String... keys) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String key : keys) {
            lines.add(Map.of("key", key, "chosen", true));
        }
        lines.add(Map.of("key", "p3", "chosen", false));
        return lines;
    }

    private Answer save(UUID summary, Map<String, Object> form) {
        TasklistSession author = at(MARKETING);
        OpenTask task = author.taskOf(summary.toString(), WRITE);
        return author.put("/api/tasks/" + task.id() + "/draft", form);
    }

    private Answer write(UUID summary, Map<String, Object> form) {
        return submit(MARKETING, summary, WRITE, form);
    }

    private Answer resolve(UUID summary, Map<String, Object> form) {
        return submit(DIRECTOR, summary, DECIDE, form);
    }

    private void decide(UUID key, String person, String decision, String reason) {
        String fingerprint = card(person, key, "userTask_decide")
                .path("prefill")
                .path("fingerprint")
                .asText();
        accepted(submit(
                person,
                key,
                "userTask_decide",
                Map.of("decision", decision, "reason", reason, "fingerprint", fingerprint)));
    }

    private Answer submit(String person, UUID key, String taskKey, Map<String, Object> form) {
        TasklistSession session = at(person);
        OpenTask task = session.taskOf(key.toString(), taskKey);
        if (task.assignee() == null) {
            accepted(session.claim(task.id()));
        }
        return session.submitForm(task.id(), form);
    }

    /** A plan of this stage, small enough for the director, approved and in force. */
    private UUID planInForce(SalesSite site, LocalDate startsOn, LocalDate endsOn) {
        accepted(at(MARKETING)
                .startForm(
                        "promotion-plan",
                        Map.of(
                                "projectId", site.projectId().toString(),
                                "stage", "蓄客期",
                                "startsOn", startsOn.toString(),
                                "endsOn", endsOn.toString())));
        UUID plan = jdbc.queryForObject(
                "select id from sales.promotion_plans where project_id = ?", UUID.class, site.projectId());
        accepted(submit(MARKETING, plan, "userTask_draftPlan", planForm(startsOn, endsOn, "100000.00")));
        decide(plan, MANAGER, "AGREE", "");
        decide(plan, DIRECTOR, "AGREE", "");
        assertThat(jdbc.queryForObject("select state from sales.promotion_plans where id = ?", String.class, plan))
                .isEqualTo("IN_FORCE");
        return plan;
    }

    private static Map<String, Object> planForm(LocalDate startsOn, LocalDate endsOn, String budget) {
        Map<String, Object> form = new HashMap<>();
        form.put("outcome", "SUBMIT");
        form.put("stage", "蓄客期");
        form.put("startsOn", startsOn.toString());
        form.put("endsOn", endsOn.toString());
        form.put("goals", "蓄客两百组");
        form.put("visits", 200);
        form.put("subscriptions", 10);
        form.put("contracts", 8);
        form.put("receipts", "8000000.00");
        form.put("budget", budget);
        return form;
    }

    /** What the job executor would do of this plan by now. */
    private void runDue(UUID plan) {
        Date now = Date.from(clock.instant().plusMillis(1));
        for (Job job = next(plan, now); job != null; job = next(plan, now)) {
            identity.clearAuthentication();
            management.executeJob(job.getId());
        }
    }

    private Job next(UUID plan, Date now) {
        identity.clearAuthentication();
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(plan.toString()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(now))
                .findFirst()
                .orElse(null);
    }

    // ---- looks

    private List<UUID> summaries(SalesSite site) {
        return jdbc.queryForList(
                "select id from sales.stage_summaries where project_id = ? order by opened_at",
                UUID.class,
                site.projectId());
    }

    private UUID summary(SalesSite site) {
        List<UUID> found = summaries(site);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private UUID documentOf(UUID summary) {
        return jdbc.queryForObject("select document_id from sales.stage_summaries where id = ?", UUID.class, summary);
    }

    private String summaryNo(UUID summary) {
        return jdbc.queryForObject("select no from sales.stage_summaries where id = ?", String.class, summary);
    }

    private UUID planDocument(UUID plan) {
        return jdbc.queryForObject("select document_id from sales.promotion_plans where id = ?", UUID.class, plan);
    }

    private String planNo(UUID plan) {
        return documents.view(planDocument(plan)).no();
    }

    private SummaryContent content(UUID summary) {
        return documents.content(documents.currentVersion(documentOf(summary)).orElseThrow(), SummaryContent.class);
    }

    private String state(UUID summary) {
        return jdbc.queryForObject("select state from sales.stage_summaries where id = ?", String.class, summary);
    }

    private List<String> remarks(UUID summary) {
        return documents.view(documentOf(summary)).remarks().stream()
                .map(Remark::text)
                .toList();
    }

    private JsonNode card(String person, UUID key, String taskKey) {
        TasklistSession session = at(person);
        Answer card = session.get(
                "/api/tasks/" + session.taskOf(key.toString(), taskKey).id() + "/document");
        accepted(card);
        return card.json();
    }

    private String endOf(UUID key, String process) {
        identity.clearAuthentication();
        return endOf(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .processDefinitionKey(process)
                .singleResult()
                .getId());
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.Documents;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Trace;
import cn.anchang.customer.Channel;
import cn.anchang.mail.LetterView;
import cn.anchang.mail.Outbox;
import cn.anchang.marketing.CarriedOut;
import cn.anchang.marketing.PlanSettings;
import cn.anchang.marketing.Plans;
import cn.anchang.marketing.ProposalKind;
import cn.anchang.marketing.ProposalLine;
import cn.anchang.marketing.ProposalTrace;
import cn.anchang.shared.Money;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A promotion plan from its first line to the next stage's plan, over the engine's interface, with the rows it leaves. */
class PromotionPlanJourneyTest extends JourneyTest {

    @Autowired
    Plans plans;

    @Autowired
    Documents documents;

    @Autowired
    Outbox outbox;

    @Autowired
    PlanSettings settings;

    private Promotion promotion;
    private UUID projectId;
    private LocalDate today;

    @BeforeEach
    void aSite() {
        promotion = new Promotion(this);
        projectId = promotion.projectId();
        today = promotion.today();
    }

    @Test
    void aPlanIsApprovedHandedOutCarriedOutEvaluatedAndLeadsToTheNext() {
        String plan = promotion.begun();
        accepted(promotion.submit(plan, promotion.content("100000.00")));
        assertThat(state(plan)).isEqualTo("IN_APPROVAL");
        accepted(promotion.decide(plan, MANAGER, "AGREE", null));
        assertThat(at(GENERAL_MANAGER).tasksOf(plan)).isEmpty();
        accepted(promotion.decide(plan, Promotion.DIRECTOR, "AGREE", null));

        assertThat(state(plan)).isEqualTo("IN_FORCE");
        byte[] workbook = at(MANAGER).download(WorkbooksJourneyTest.attachedTo(jdbc, plan));
        WorkbooksJourneyTest.keep("plan.xlsx", workbook);
        assertThat(items(plan))
                .containsExactlyInAnyOrder(
                        "FILING filing OPEN",
                        "SHOW_FLAT s1 OPEN",
                        "SHOW_FLAT s2 OPEN",
                        "CONSTRUCTION c1 OPEN",
                        "ACTIVITY a1 OPEN",
                        "ACTIVITY a2 OPEN");
        assertThat(at(Promotion.DESIGN).tasksOf(plan)).hasSize(2);
        assertThat(subjects(Promotion.DESIGN, plan)).anyMatch(subject -> subject.endsWith("样板间 A：换软装"));
        assertThat(subjects(Promotion.ENGINEERING, plan)).anyMatch(subject -> subject.endsWith("入口景观"));

        assertThat(traces(plan)).extracting(Trace::text).anyMatch(text -> text.contains("入口景观：待完成（项目部，期限"));

        refused(promotion.file(plan, "DA-" + plan, today.plusDays(1)), "还没有到");
        accepted(promotion.file(plan, "DA-" + plan, today));
        for (OpenTask task : at(Promotion.DESIGN).tasksOf(plan)) {
            accepted(at(Promotion.DESIGN).submitForm(task.id(), promotion.done("软装已更换")));
        }
        accepted(at(Promotion.ENGINEERING)
                .submitForm(at(Promotion.ENGINEERING).tasksOf(plan).get(0).id(), promotion.done("景观已完成")));

        // a1 began today, a2 begins in ten days
        promotion.untilDue(plan, 0);
        OpenTask first = at(MARKETING).taskOf(plan, "userTask_carryOutActivity");
        assertThat(first.assignee()).isEqualTo(MARKETING);
        accepted(at(MARKETING).submitForm(first.id(), promotion.carriedOut("66000.00", 120, 80)));
        promotion.untilDue(plan, 11);
        OpenTask second = at(MARKETING).taskOf(plan, "userTask_carryOutActivity");
        refused(
                at(MARKETING)
                        .submitForm(
                                second.id(),
                                Promotion.with(promotion.carriedOut("1.00", 1, 1), "doneOn", today.toString())),
                "活动从");
        accepted(at(MARKETING).submitForm(second.id(), promotion.carriedOut("30000.00", 40, 10)));
        assertThat(plans.carriedOut(UUID.fromString(plan)))
                .extracting(CarriedOut::cost)
                .containsExactlyInAnyOrder(Money.of("66000.00"), Money.of("30000.00"));
        assertThat(plans.costs(projectId, today, today.plusDays(30)))
                .containsEntry(Channel.ONLINE, Money.of("66000.00"));

        promotion.untilDue(plan, 30);
        OpenTask evaluation = at(MARKETING).taskOf(plan, "userTask_evaluatePlan");
        JsonNode card = promotion.card(MARKETING, evaluation);
        assertThat(card.path("facts").toString()).contains("106,000.00", "超出 6,000.00");
        assertThat(card.path("prefill").path("activities").toString()).contains("66,000.00", "超出 6,000.00");
        refused(
                at(MARKETING)
                        .submitForm(
                                evaluation.id(),
                                Map.of(
                                        "activities",
                                        List.of(Promotion.verdict("a1")),
                                        "assessment",
                                        "达成",
                                        "conclusions",
                                        "线上继续",
                                        "nextPlanWanted",
                                        true)),
                "清单有变化");
        accepted(promotion.evaluate(plan, true));
        OpenTask suppliers = at(MARKETING).taskOf(plan, "userTask_evaluateSuppliers");
        List<Map<String, Object>> scores = new ArrayList<>();
        settings.supplierCriteria()
                .forEach(
                        criterion -> scores.add(Map.of("key", "v1-" + criterion.code(), "score", 4, "reason", "按时交稿")));
        refused(at(MARKETING).submitForm(suppliers.id(), Map.of("scores", scores.subList(0, 1))), "清单有变化");
        assertThat(at(MARKETING)
                        .submitForm(
                                suppliers.id(),
                                Map.of("scores", List.of(Map.of("key", "v1-quality", "score", 6, "reason", "好"))))
                        .status())
                .isEqualTo(422);
        accepted(at(MARKETING).submitForm(suppliers.id(), Map.of("scores", scores)));

        assertThat(state(plan)).isEqualTo("CLOSED");
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.supplier_scores where plan_id = ?::uuid and score = 4",
                        Integer.class,
                        plan))
                .isEqualTo(settings.supplierCriteria().size());
        String next = jdbc.queryForObject(
                "select id::text from sales.promotion_plans where follows = ?::uuid", String.class, plan);
        JsonNode draft = promotion.card(MARKETING, at(MARKETING).taskOf(next, "userTask_draftPlan"));
        assertThat(draft.path("prefill").path("conclusions").asText()).contains("线上投放继续", "超出预算 6,000.00", "4 分");
        assertThat(traces(plan)).anyMatch(trace -> trace.label().equals("下阶段计划"));
        assertThat(traces(next)).anyMatch(trace -> trace.label().equals("上阶段计划"));
        assertThat(remarks(plan)).anyMatch(text -> text.contains("超出预算 6,000.00"));
    }

    @Test
    void threeReturnsAndAWithdrawalLeaveEveryVersion() {
        String plan = promotion.begun();
        accepted(promotion.submit(plan, promotion.content("100000.00")));
        for (String reason : List.of("目标不明", "渠道太少", "请写明负责人")) {
            refused(promotion.decide(plan, MANAGER, "RETURN", ""), "请");
            accepted(promotion.decide(plan, MANAGER, "RETURN", reason));
            assertThat(state(plan)).isEqualTo("DRAFTING");
            accepted(promotion.submit(
                    plan,
                    Promotion.with(
                            Promotion.with(promotion.content("100000.00"), "goals", "按意见修改：" + reason),
                            "changed",
                            reason)));
        }
        assertThat(at(MARKETING)
                        .form("/documents/" + documentOf(plan) + "/withdraw", page(plan), Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(state(plan)).isEqualTo("DRAFTING");
        accepted(promotion.submit(
                plan,
                Promotion.with(Promotion.with(promotion.content("100000.00"), "goals", "最后一版"), "changed", "改目标")));
        accepted(promotion.decide(plan, MANAGER, "AGREE", null));
        accepted(promotion.decide(plan, Promotion.DIRECTOR, "AGREE", null));
        assertThat(jdbc.queryForList(
                        "select state from sales.document_versions where document_id = ? order by number",
                        String.class,
                        documentOf(plan)))
                .containsExactly("RETURNED", "RETURNED", "RETURNED", "WITHDRAWN", "APPROVED");
        assertThat(state(plan)).isEqualTo("IN_FORCE");
    }

    @Test
    void aPlanMayBeRejectedOrGivenUp() {
        String rejected = promotion.begun();
        accepted(promotion.submit(rejected, promotion.content("100000.00")));
        accepted(promotion.decide(rejected, MANAGER, "REJECT", "本阶段不做推广"));
        assertThat(state(rejected)).isEqualTo("REJECTED");
        assertThat(at("xu.qiang").tasksOf(rejected)).isEmpty();

        String abandoned = promotion.begun();
        OpenTask task = at(MARKETING).taskOf(abandoned, "userTask_draftPlan");
        refused(at(MARKETING).submitForm(task.id(), Map.of("outcome", "ABANDON")), "理由");
        accepted(at(MARKETING).submitForm(task.id(), Map.of("outcome", "ABANDON", "reason", "开盘延期")));
        assertThat(state(abandoned)).isEqualTo("ABANDONED");
        assertThat(at("xu.qiang").tasksOf(abandoned)).isEmpty();
        assertThat(remarks(abandoned)).anyMatch(text -> text.contains("开盘延期"));
    }

    @Test
    void savedUnderTheLimitAndThenRaisedItGoesToTheGeneralManager() {
        String plan = promotion.begun();
        OpenTask task = at(MARKETING).taskOf(plan, "userTask_draftPlan");
        accepted(at(MARKETING).put("/api/tasks/" + task.id() + "/draft", promotion.content("150000.00")));
        assertThat(promotion
                        .card(MARKETING, task)
                        .path("prefill")
                        .path("budget")
                        .asText())
                .isEqualTo("150000.00");
        assertThat(promotion.card(MARKETING, task).path("prefill").path("activities"))
                .hasSize(2);

        accepted(promotion.submit(plan, promotion.content("200000.01")));
        assertThat(at(MANAGER).tasksOf(plan)).isEmpty();
        accepted(promotion.decide(plan, Promotion.DIRECTOR, "AGREE", null));
        accepted(promotion.decide(plan, GENERAL_MANAGER, "AGREE", null));
        assertThat(state(plan)).isEqualTo("IN_FORCE");
    }

    @Test
    void anOverrunIsShownToEverybodyAndRefusedByNobody() {
        String plan = promotion.begun();
        accepted(promotion.submit(plan, promotion.content("50000.00")));
        JsonNode card = promotion.card(MANAGER, at(MANAGER).taskOf(plan, "userTask_decide"));
        assertThat(card.path("sections").toString()).contains("超出 50,000.00");
        assertThat(remarks(plan)).anyMatch(text -> text.contains("超出预算 50,000.00"));
        assertThat(at(MANAGER).get("/documents/" + documentOf(plan)).text()).contains("超出预算 50,000.00");

        // what it costs above its budget counts for the route: no way round the general manager
        String costly = promotion.begun();
        accepted(promotion.submit(
                costly,
                Promotion.with(
                        promotion.content("50000.00"),
                        "activities",
                        List.of(promotion.activity("a1", "250000.00", today)))));
        assertThat(at(MANAGER).tasksOf(costly)).isEmpty();
        assertThat(at(Promotion.DIRECTOR).tasksOf(costly)).hasSize(1);
    }

    @Test
    void anUnfinishedOrImpossiblePlanIsRefusedBySentence() {
        String plan = promotion.begun();
        refused(promotion.submit(plan, Promotion.with(promotion.content("1.00"), "goals", "")), "目标说明");
        refused(promotion.submit(plan, Promotion.with(promotion.content("1.00"), "budget", "-1.00")), "不能是负数");
        refused(
                promotion.submit(
                        plan,
                        Promotion.with(
                                promotion.content("1.00"),
                                "activities",
                                List.of(promotion.activity("a1", "1.00", today.minusDays(1))))),
                "不在本阶段");
        refused(
                promotion.submit(
                        plan,
                        Promotion.with(
                                promotion.content("1.00"),
                                "activities",
                                List.of(Promotion.with(
                                        promotion.activity("a1", "1.00", today), "owner", "chen.xiao")))),
                "负责人");
        refused(
                promotion.submit(
                        plan,
                        Promotion.with(
                                promotion.content("1.00"),
                                "endsOn",
                                today.minusDays(5).toString())),
                "早于开始日期");
        assertThat(state(plan)).isEqualTo("DRAFTING");
        refused(
                at(MARKETING)
                        .startForm(
                                "promotion-plan",
                                Map.of(
                                        "projectId", UUID.randomUUID(),
                                        "stage", "蓄客期",
                                        "startsOn", today.toString(),
                                        "endsOn", today.toString())),
                "没有这个楼盘");
    }

    @Test
    void aRevisionSupersedesWhatStillRunsAndCarriesOverWhatIsDone() {
        String old = promotion.inForce();
        OpenTask design = at(Promotion.DESIGN).tasksOf(old).stream()
                .filter(task -> subjectOf(Promotion.DESIGN, task).contains("样板间 A"))
                .findFirst()
                .orElseThrow();
        accepted(at(Promotion.DESIGN).submitForm(design.id(), promotion.done("软装已更换")));

        UUID summary = UUID.randomUUID();
        String revision = plans.openRevision(
                        UUID.fromString(old),
                        List.of(
                                new ProposalLine("p1", ProposalKind.SHOW_FLAT, "加装新风", "客户多次提出", null, null),
                                new ProposalLine("p2", ProposalKind.GOAL, "认购再加五套", null, null, null)),
                        summary,
                        MARKETING)
                .toString();
        OpenTask draft = at(MARKETING).taskOf(revision, "userTask_draftPlan");
        JsonNode prefill = promotion.card(MARKETING, draft).path("prefill");
        assertThat(prefill.path("goals").asText()).contains("认购再加五套");
        JsonNode proposed = prefill.path("showFlatChanges").get(2);
        assertThat(proposed.path("proposalKey").asText()).isEqualTo("p1");

        Map<String, Object> next = promotion.content("100000.00");
        next.put(
                "showFlatChanges",
                List.of(
                        promotion.showFlat("s1", "样板间 A", "换软装"),
                        Map.of(
                                "key",
                                proposed.path("key").asText(),
                                "place",
                                "样板间 B",
                                "what",
                                "加装新风",
                                "by",
                                today.plusDays(20).toString())));
        next.put("constructionAsks", List.of());
        next.put("changed", "按总结增加新风");
        accepted(promotion.submit(revision, next));
        // until it is approved, the old edition goes on
        assertThat(state(old)).isEqualTo("IN_FORCE");
        accepted(promotion.decide(revision, MANAGER, "AGREE", null));
        accepted(promotion.decide(revision, Promotion.DIRECTOR, "AGREE", null));

        assertThat(state(old)).isEqualTo("SUPERSEDED");
        assertThat(state(revision)).isEqualTo("IN_FORCE");
        assertThat(at("xu.qiang").tasksOf(old)).isEmpty();
        assertThat(items(old))
                .containsExactlyInAnyOrder(
                        "FILING filing SUPERSEDED",
                        "SHOW_FLAT s1 DONE",
                        "SHOW_FLAT s2 SUPERSEDED",
                        "CONSTRUCTION c1 SUPERSEDED",
                        "ACTIVITY a1 SUPERSEDED",
                        "ACTIVITY a2 SUPERSEDED");
        assertThat(items(revision))
                .containsExactlyInAnyOrder(
                        "FILING filing OPEN",
                        "SHOW_FLAT s1 CARRIED_OVER",
                        "SHOW_FLAT " + proposed.path("key").asText() + " OPEN",
                        "ACTIVITY a1 OPEN",
                        "ACTIVITY a2 OPEN");
        assertThat(at(Promotion.DESIGN).tasksOf(revision)).hasSize(1);
        assertThat(at(Promotion.ENGINEERING).tasksOf(revision)).isEmpty();
        assertThat(remarks(old)).anyMatch(text -> text.contains("已被第 2 版取代") && text.contains("入口景观"));
        assertThat(outbox.about(old))
                .extracting(LetterView::to)
                .contains(
                        Promotion.ENGINEERING + "@anchang.example",
                        Promotion.DESIGN + "@anchang.example",
                        Promotion.FILES + "@anchang.example");
        assertThat(traces(revision))
                .anyMatch(trace -> trace.text().contains("加装新风"))
                .anyMatch(trace -> trace.text().contains("已被第 2 版取代"));
        assertThat(plans.followed(summary))
                .extracting(ProposalTrace::proposalKey, ProposalTrace::version)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("p1", 2), org.assertj.core.groups.Tuple.tuple("p2", 2));
        assertThat(plans.inForce(projectId))
                .map(view -> view.planId().toString())
                .contains(revision);
        assertThat(jdbc.queryForList(
                        "select state from sales.document_versions where document_id = ? order by number",
                        String.class,
                        documentOf(old)))
                .containsExactly("SUPERSEDED", "APPROVED");
    }

    @Test
    void whatIsSpentStaysSpentWhateverARevisionChangesOrDeletes() {
        String old = promotion.inForce();
        promotion.untilDue(old, 0);
        accepted(at(MARKETING)
                .submitForm(
                        at(MARKETING).taskOf(old, "userTask_carryOutActivity").id(),
                        promotion.carriedOut("66000.00", 120, 80)));
        promotion.untilDue(old, 11);
        accepted(at(MARKETING)
                .submitForm(
                        at(MARKETING).taskOf(old, "userTask_carryOutActivity").id(),
                        promotion.carriedOut("30000.00", 40, 10)));

        String revision = plans.openRevision(UUID.fromString(old), List.of(), null, MARKETING)
                .toString();
        Map<String, Object> next = promotion.content("100000.00");
        next.put("activities", List.of(Promotion.with(promotion.activity("a1", "60000.00", today), "note", "补充：含物料")));
        next.put("showFlatChanges", List.of());
        next.put("constructionAsks", List.of());
        next.put("changed", "删去第二场活动");
        accepted(promotion.submit(revision, next));
        accepted(promotion.decide(revision, MANAGER, "AGREE", null));
        accepted(promotion.decide(revision, Promotion.DIRECTOR, "AGREE", null));

        assertThat(items(revision)).containsExactlyInAnyOrder("FILING filing OPEN", "ACTIVITY a1 CARRIED_OVER");
        assertThat(plans.carriedOut(UUID.fromString(revision)))
                .extracting(CarriedOut::title, CarriedOut::cost)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("活动a1", Money.of("66000.00")),
                        org.assertj.core.groups.Tuple.tuple("活动a2（第 1 版已开展，后已删去）", Money.of("30000.00")));

        accepted(promotion.file(revision, "DA-" + revision, today));
        promotion.untilDue(revision, 30);
        JsonNode card = promotion.card(MARKETING, at(MARKETING).taskOf(revision, "userTask_evaluatePlan"));
        assertThat(card.path("facts").toString())
                .contains("106,000.00", "超出 6,000.00", "活动a2（第 1 版已开展，后已删去）", "30,000.00");
    }

    @Test
    void whatASummaryProposesWhileTheDraftIsOpenIsNotWrittenOver() {
        String old = promotion.inForce();
        String revision = plans.openRevision(UUID.fromString(old), List.of(), null, MARKETING)
                .toString();
        OpenTask draft = at(MARKETING).taskOf(revision, "userTask_draftPlan");
        Map<String, Object> open = promotion.content("100000.00");
        open.put("changed", "先写了一半");
        open.put("proposals", "");
        plans.openRevision(
                UUID.fromString(old),
                List.of(
                        new ProposalLine("p1", ProposalKind.SHOW_FLAT, "加装新风", null, null, null),
                        new ProposalLine("p2", ProposalKind.GOAL, "认购再加五套", null, null, null)),
                UUID.randomUUID(),
                MARKETING);

        refused(promotion.submit(revision, open), "填写期间，阶段性营销总结又提出：");
        accepted(at(MARKETING).put("/api/tasks/" + draft.id() + "/draft", open));
        JsonNode prefill = promotion.card(MARKETING, draft).path("prefill");
        assertThat(prefill.path("showFlatChanges")).hasSize(3);
        assertThat(prefill.path("goals").asText()).contains("蓄客三百组", "认购再加五套");
        assertThat(prefill.path("proposals").asText()).contains("p1", "p2");
    }

    @Test
    void aRevisionThatIsGivenUpLeavesThePlanInForceAndTheNextOneMayCome() {
        String old = promotion.inForce();
        String revision = plans.openRevision(UUID.fromString(old), List.of(), null, MARKETING)
                .toString();
        accepted(at(MARKETING)
                .submitForm(
                        at(MARKETING).taskOf(revision, "userTask_draftPlan").id(),
                        Map.of("outcome", "ABANDON", "reason", "不必修订")));
        assertThat(state(old)).isEqualTo("IN_FORCE");
        assertThat(at(Promotion.DESIGN).tasksOf(old)).hasSize(2);
        String again = plans.openRevision(UUID.fromString(old), List.of(), null, MARKETING)
                .toString();
        assertThat(state(again)).isEqualTo("DRAFTING");
        assertThat(plans.openRevision(UUID.fromString(old), List.of(), null, MARKETING))
                .hasToString(again);
    }

    @Test
    void aCopyIsAPlanOfItsOwnWithoutApproval() {
        String old = promotion.inForce();
        String copy = plans.copy(UUID.fromString(old), MARKETING).toString();
        assertThat(state(copy)).isEqualTo("DRAFTING");
        assertThat(documentOf(copy)).isNotEqualTo(documentOf(old));
        assertThat(promotion
                        .card(MARKETING, at(MARKETING).taskOf(copy, "userTask_draftPlan"))
                        .path("prefill")
                        .path("activities"))
                .hasSize(2);
    }

    // ---- what is there

    private List<String> subjects(String who, String plan) {
        return at(who).tasksOf(plan).stream().map(task -> subjectOf(who, task)).toList();
    }

    private String subjectOf(String who, OpenTask task) {
        return at(who).get("/camunda/api/engine/engine/default/task/" + task.id() + "/variables")
                .json()
                .path("subject")
                .path("value")
                .asText();
    }

    private String page(String plan) {
        return at(MARKETING).get("/documents/" + documentOf(plan)).text();
    }

    private String state(String plan) {
        return jdbc.queryForObject("select state from sales.promotion_plans where id = ?::uuid", String.class, plan);
    }

    private UUID documentOf(String plan) {
        return jdbc.queryForObject(
                "select document_id from sales.promotion_plans where id = ?::uuid", UUID.class, plan);
    }

    private List<String> items(String plan) {
        return jdbc.queryForList(
                "select kind || ' ' || item_key || ' ' || state from sales.plan_items where plan_id = ?::uuid",
                String.class,
                plan);
    }

    private List<Trace> traces(String plan) {
        return documents.view(documentOf(plan)).traces();
    }

    private List<String> remarks(String plan) {
        return documents.view(documentOf(plan)).remarks().stream()
                .map(Remark::text)
                .toList();
    }
}

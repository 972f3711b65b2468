package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 阶段性推广计划: one edition, from its draft until it is closed, refused, given up or superseded. */
@Deployment(
        resources = {
            "processes/promotion-plan.bpmn",
            "processes/promotion-plan-implementation.bpmn",
            "processes/document-approval.bpmn",
            "processes/approval-round.bpmn"
        })
class PromotionPlanProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension =
            Walk.covering("promotion-plan", "promotion-plan-implementation", "document-approval", "approval-round");

    private static final Date LATER = Date.from(Instant.parse("2027-01-04T16:00:00Z"));

    ProcessEngine processEngine;
    private Walk plan;

    @BeforeEach
    void handlersStandBy() {
        plan = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void anApprovedPlanIsImplementedEvaluatedAndLeadsToTheNext() {
        begun();
        submitted();
        decided("approved");
        implemented();
        assertThat(plan.groupsOf("userTask_evaluatePlan")).containsExactly("marketing");
        evaluated(true, true);
        plan.complete("userTask_evaluateSuppliers", "planSuppliersEvaluated").endsAt("endEvent_nextPlanOpened");
        assertThat(plan.asked())
                .containsSubsequence(
                        "promotionPlanBegun",
                        "promotionPlanDrafted",
                        "putPlanInForce",
                        "planFiled",
                        "openStageSummary",
                        "promotionPlanEvaluated",
                        "planSuppliersEvaluated",
                        "openNextPlan");
    }

    @Test
    void withoutSuppliersAndWithoutANextStageItIsClosed() {
        begun();
        submitted();
        decided("approved");
        implemented();
        evaluated(false, false);
        plan.endsAt("endEvent_planClosed").notPassed("userTask_evaluateSuppliers", "serviceTask_openNextPlan");
    }

    @Test
    void threeReturnsInARowLeadBackToItsAuthorEachTime() {
        begun();
        for (int round = 0; round < 3; round++) {
            submitted();
            decided("returned");
            plan.waitsOnlyAt("userTask_draftPlan");
        }
        submitted();
        plan.messageArrives("approval-round.withdrawn").waitsOnlyAt("userTask_draftPlan");
        submitted();
        decided("approved");
        assertThat(plan.timesPassed("userTask_draftPlan")).isEqualTo(5);
        plan.passed("serviceTask_putPlanInForce");
    }

    @Test
    void aRejectedPlanEndsThere() {
        begun();
        submitted();
        decided("rejected");
        plan.endsAt("endEvent_planRejected").notPassed("serviceTask_putPlanInForce");
    }

    @Test
    void anAuthorMayGiveItUp() {
        begun();
        plan.complete("userTask_draftPlan", "promotionPlanDrafted", Map.of("planSubmitted", false))
                .endsAt("endEvent_planAbandoned");
    }

    @Test
    void aLaterEditionEndsWhateverOfThisStillRuns() {
        plan.beginByMessage("promotion-plan.revision-asked", Map.of("subject", "推广计划"))
                .passed("startEvent_revisionAsked");
        submitted();
        decided("approved");
        plan.waitsOnlyAt("userTask_fileDocument", "timer_stageEnded")
                .messageArrives("promotion-plan.superseded")
                .endsAt("endEvent_planSuperseded")
                .notPassed("userTask_evaluatePlan");
        assertThat(plan.asked()).endsWith("recordSuperseded");
    }

    private void begun() {
        plan.begin("promotion-plan", Map.of("subject", "推广计划")).waitsOnlyAt("userTask_draftPlan");
        assertThat(plan.groupsOf("userTask_draftPlan")).containsExactly("marketing");
    }

    private void submitted() {
        Map<String, Object> matter = new HashMap<>();
        matter.put("matterId", "m");
        matter.put("approverGroup", "management");
        matter.put("approvalRemindAt", LATER);
        matter.put("approvalEscalateAt", LATER);
        matter.put("subject", "推广计划");
        plan.whenAsked("bringMatter", matter)
                .whenAsked(
                        "recordWithdrawal",
                        Map.of("approvalOutcome", "withdrawn", "approvalWithdrawn", true, "furtherStep", false))
                .whenAsked(
                        "putPlanInForce",
                        Map.of("showFlatCount", 0, "constructionCount", 0, "activityCount", 0, "stageEndsAt", LATER))
                .complete(
                        "userTask_draftPlan",
                        "promotionPlanDrafted",
                        Map.of("planSubmitted", true, "versionId", "v", "subject", "推广计划"));
    }

    private void decided(String outcome) {
        plan.complete(
                "userTask_decide",
                "matterDecided",
                Map.of("approvalOutcome", outcome, "approvalWithdrawn", false, "furtherStep", false));
    }

    private void implemented() {
        plan.complete("userTask_fileDocument", "planFiled")
                .timePasses("timer_stageEnded")
                .waitsOnlyAt("userTask_evaluatePlan");
    }

    private void evaluated(boolean suppliersEngaged, boolean nextPlanWanted) {
        plan.complete(
                "userTask_evaluatePlan",
                "promotionPlanEvaluated",
                Map.of("suppliersEngaged", suppliersEngaged, "nextPlanWanted", nextPlanWanted));
    }
}

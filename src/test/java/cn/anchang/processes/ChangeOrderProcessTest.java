package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 变更审批: asked for by hand or by another process, judged anew with each version, and carried out or not. */
@Deployment(
        resources = {"processes/change-order.bpmn", "processes/document-approval.bpmn", "processes/approval-round.bpmn"
        })
class ChangeOrderProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension =
            Walk.covering("change-order", "document-approval", "approval-round");

    private static final Date LATER = Date.from(Instant.parse("2026-11-25T02:00:00Z"));

    ProcessEngine processEngine;
    private Walk change;

    @BeforeEach
    void handlersStandBy() {
        change = new Walk(processEngine);
        change.whenAsked("changeAsked", Map.of("consultant", "chen.xiao", "customerName", "王*明", "unitNo", "1-1102"))
                .whenAsked(
                        "judgeChange",
                        Map.of(
                                "versionId", "3b1f4ad2-28a3-4cf6-94f6-6a4c6d0f1b77",
                                "subject", "变更单 BG-2026-000001 第 1 版"))
                .whenAsked(
                        "bringMatter",
                        Map.of(
                                "matterId", "7d0f8f9e-53a7-4c62-8f0e-1d9c6a1f7a10",
                                "approverGroup", "site-manager",
                                "approvalRemindAt", LATER,
                                "approvalEscalateAt", LATER,
                                "subject", "变更单 BG-2026-000001 第 1 版"))
                .whenAsked("checkObstacles", Map.of("clearanceNeeded", false, "receiptsOut", false))
                .whenAsked("executeChange", Map.of("changeExecuted", true));
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void anApprovedChangeIsCarriedOutAtOnce() {
        asked();
        decided("approved");
        change.endsAt("endEvent_changeExecuted")
                .passed("serviceTask_executeChange")
                .notPassed("userTask_writeChange", "userTask_clearObstacles", "userTask_takeReceiptsBack");
        assertThat(change.asked())
                .containsExactly(
                        "changeAsked",
                        "judgeChange",
                        "bringMatter",
                        "matterDecided",
                        "checkObstacles",
                        "executeChange");
    }

    @Test
    void aRejectedChangeTouchesNothing() {
        asked();
        decided("rejected");
        change.endsAt("endEvent_changeRejected").notPassed("serviceTask_checkObstacles", "serviceTask_executeChange");
    }

    @Test
    void aReturnedChangeIsJudgedAnewAndMayBeGivenUp() {
        asked();
        decided("returned");
        change.waitsOnlyAt("userTask_writeChange");
        assertThat(change.groupsOf("userTask_writeChange")).containsExactly("sales");
        assertThat(change.task("userTask_writeChange").getAssignee()).isEqualTo("chen.xiao");
        change.complete("userTask_writeChange", "changeWritten", Map.of("changeSubmitted", true))
                .waitsOnlyAt("userTask_decide");
        assertThat(change.timesPassed("businessRuleTask_judgeChange")).isEqualTo(2);

        change.whenAsked(
                        "recordWithdrawal",
                        Map.of("approvalOutcome", "withdrawn", "approvalWithdrawn", true, "furtherStep", false))
                .messageArrives("approval-round.withdrawn")
                .waitsOnlyAt("userTask_writeChange")
                .complete("userTask_writeChange", "changeWritten", Map.of("changeSubmitted", false))
                .endsAt("endEvent_changeAbandoned");
    }

    @Test
    void whatAnotherProcessAsksForIsWrittenFirst() {
        change.beginByMessage("change-order.asked", Map.of("consultant", "chen.xiao"))
                .waitsOnlyAt("userTask_writeChange")
                .notPassed("startEvent_changeAsked")
                .complete("userTask_writeChange", "changeWritten", Map.of("changeSubmitted", true))
                .waitsOnlyAt("userTask_decide");
    }

    @Test
    void filingLoanAndReceiptsComeFirst() {
        change.whenAsked("checkObstacles", Map.of("clearanceNeeded", true, "receiptsOut", true));
        asked();
        decided("approved");
        change.waitsOnlyAt("userTask_clearObstacles").notPassed("serviceTask_executeChange");
        assertThat(change.groupsOf("userTask_clearObstacles")).containsExactly("site-manager");
        change.complete("userTask_clearObstacles", "obstaclesCleared").waitsOnlyAt("userTask_takeReceiptsBack");
        assertThat(change.groupsOf("userTask_takeReceiptsBack")).containsExactly("finance");
        change.complete("userTask_takeReceiptsBack", "receiptsTakenBack").endsAt("endEvent_changeExecuted");
    }

    @Test
    void aSaleThatMovedOnIsTriedAgainAdjustedOrLeft() {
        change.whenAsked("executeChange", Map.of("changeExecuted", false));
        asked();
        decided("approved");
        change.waitsOnlyAt("userTask_handleFailure");
        assertThat(change.groupsOf("userTask_handleFailure")).containsExactly("site-manager");
        change.complete("userTask_handleFailure", "failureHandled", Map.of("failureAnswer", "retry"))
                .waitsOnlyAt("userTask_handleFailure");
        assertThat(change.timesPassed("serviceTask_checkObstacles")).isEqualTo(2);

        change.complete("userTask_handleFailure", "failureHandled", Map.of("failureAnswer", "adjust"))
                .waitsOnlyAt("userTask_writeChange")
                .complete("userTask_writeChange", "changeWritten", Map.of("changeSubmitted", true));
        decided("approved");
        change.complete("userTask_handleFailure", "failureHandled", Map.of("failureAnswer", "abandon"))
                .endsAt("endEvent_approvalUnused")
                .notPassed("endEvent_changeExecuted");
    }

    private void asked() {
        change.begin("change-order", Map.of()).waitsOnlyAt("userTask_decide");
    }

    private void decided(String outcome) {
        change.complete(
                "userTask_decide",
                "matterDecided",
                Map.of("approvalOutcome", outcome, "approvalWithdrawn", false, "furtherStep", false));
    }
}

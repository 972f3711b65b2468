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

/** 违约金减免: judged anew each time it is asked, and granted, rejected or given up. */
@Deployment(
        resources = {
            "processes/late-fee-waiver.bpmn",
            "processes/document-approval.bpmn",
            "processes/approval-round.bpmn"
        })
class LateFeeWaiverProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension =
            Walk.covering("late-fee-waiver", "document-approval", "approval-round");

    private static final Date LATER = Date.from(Instant.parse("2026-11-25T02:00:00Z"));

    ProcessEngine processEngine;
    private Walk waiver;

    @BeforeEach
    void handlersStandBy() {
        waiver = new Walk(processEngine);
        waiver.whenAsked("judgeLateFeeWaiver", Map.of("versionId", "3b1f4ad2-28a3-4cf6-94f6-6a4c6d0f1b77"));
        waiver.whenAsked(
                "bringMatter",
                Map.of(
                        "matterId", "7d0f8f9e-53a7-4c62-8f0e-1d9c6a1f7a10",
                        "approverGroup", "site-manager",
                        "approvalRemindAt", LATER,
                        "approvalEscalateAt", LATER,
                        "subject", "违约金减免 JM-2026-000001 第 1 版"));
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void anApprovedRequestIsGranted() {
        asked();
        decided("approved");
        waiver.endsAt("endEvent_waiverApproved").notPassed("userTask_reviseWaiver");
        assertThat(waiver.asked()).containsExactly("judgeLateFeeWaiver", "bringMatter", "matterDecided");
    }

    @Test
    void aReturnedRequestIsJudgedAnewWhenAskedAgain() {
        asked();
        decided("returned");
        waiver.waitsOnlyAt("userTask_reviseWaiver");
        assertThat(waiver.groupsOf("userTask_reviseWaiver")).containsExactly("sales");
        assertThat(waiver.task("userTask_reviseWaiver").getAssignee()).isEqualTo("chen.xiao");

        waiver.complete("userTask_reviseWaiver", "lateFeeWaiverRevised", Map.of("askedAgain", true))
                .waitsOnlyAt("userTask_decide");
        assertThat(waiver.timesPassed("businessRuleTask_judgeWaiver")).isEqualTo(2);
        decided("approved");
        waiver.endsAt("endEvent_waiverApproved");
    }

    @Test
    void aReturnedRequestMayBeGivenUp() {
        asked();
        decided("returned");
        waiver.complete("userTask_reviseWaiver", "lateFeeWaiverRevised", Map.of("askedAgain", false))
                .endsAt("endEvent_waiverAbandoned");
    }

    @Test
    void aRejectedRequestIsNotGranted() {
        asked();
        decided("rejected");
        waiver.endsAt("endEvent_waiverRejected").notPassed("endEvent_waiverApproved");
    }

    private void asked() {
        waiver.begin("late-fee-waiver", Map.of("consultant", "chen.xiao")).waitsOnlyAt("userTask_decide");
    }

    private void decided(String outcome) {
        waiver.complete(
                "userTask_decide",
                "matterDecided",
                Map.of("approvalOutcome", outcome, "approvalWithdrawn", false, "furtherStep", false));
    }
}

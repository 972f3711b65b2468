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

/** 阶段性营销总结: opened by hand or by the stage's end, written as often as it comes back, and at last used or not. */
@Deployment(
        resources = {"processes/stage-summary.bpmn", "processes/document-approval.bpmn", "processes/approval-round.bpmn"
        })
class StageSummaryProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension =
            Walk.covering("stage-summary", "document-approval", "approval-round");

    private static final Date LATER = Date.from(Instant.parse("2026-11-25T02:00:00Z"));

    ProcessEngine processEngine;
    private Walk summary;

    @BeforeEach
    void handlersStandBy() {
        summary = new Walk(processEngine);
        summary.whenAsked(
                "bringMatter",
                Map.of(
                        "matterId", "7d0f8f9e-53a7-4c62-8f0e-1d9c6a1f7a10",
                        "approverGroup", "marketing-director",
                        "approvalRemindAt", LATER,
                        "approvalEscalateAt", LATER,
                        "subject", "阶段性营销总结 ZJ-2026-000001 第 1 版"));
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void anApprovedSummaryMayLeaveThePlanAsItIs() {
        begun();
        assertThat(summary.groupsOf("userTask_writeStageSummary")).containsExactly("marketing");
        written();
        decided("approved");
        summary.waitsOnlyAt("userTask_decideRevision");
        assertThat(summary.groupsOf("userTask_decideRevision")).containsExactly("marketing-director");

        summary.complete("userTask_decideRevision", "revisionDecided", Map.of("planRevised", false))
                .endsAt("endEvent_planStands")
                .notPassed("serviceTask_openPlanRevision");
        assertThat(summary.asked())
                .containsExactly(
                        "summaryAsked",
                        "prefillSummary",
                        "summaryWritten",
                        "bringMatter",
                        "matterDecided",
                        "issueSummary",
                        "revisionDecided");
    }

    @Test
    void chosenProposalsOpenTheRevision() {
        begun();
        written();
        decided("approved");
        summary.complete("userTask_decideRevision", "revisionDecided", Map.of("planRevised", true))
                .endsAt("endEvent_planRevisionOpened")
                .passed("serviceTask_openPlanRevision");
    }

    @Test
    void eachReturnFetchesTheNumbersAnew() {
        begun();
        for (int round = 1; round <= 3; round++) {
            written();
            decided("returned");
            summary.waitsOnlyAt("userTask_writeStageSummary");
            assertThat(summary.timesPassed("serviceTask_prefillSummary")).isEqualTo(round + 1);
        }
        written();
        decided("approved");
        summary.waitsOnlyAt("userTask_decideRevision");
    }

    @Test
    void aWithdrawnSummaryGoesBackToItsAuthor() {
        begun();
        written();
        summary.whenAsked(
                        "recordWithdrawal",
                        Map.of("approvalOutcome", "withdrawn", "approvalWithdrawn", true, "furtherStep", false))
                .messageArrives("approval-round.withdrawn")
                .waitsOnlyAt("userTask_writeStageSummary");
        assertThat(summary.timesPassed("serviceTask_prefillSummary")).isEqualTo(2);
    }

    @Test
    void aRejectedSummaryDecidesNothing() {
        begun();
        written();
        decided("rejected");
        summary.endsAt("endEvent_summaryRejected").notPassed("serviceTask_issueSummary", "userTask_decideRevision");
    }

    @Test
    void theStagesEndOpensItWithoutAnybody() {
        summary.beginByMessage("stage-summary.stage-ended", Map.of())
                .passed("startEvent_stageEnded", "serviceTask_prefillSummary")
                .notPassed("startEvent_summaryAsked")
                .waitsOnlyAt("userTask_writeStageSummary");
    }

    private void begun() {
        summary.begin("stage-summary", Map.of()).waitsOnlyAt("userTask_writeStageSummary");
    }

    private void written() {
        summary.complete(
                "userTask_writeStageSummary",
                "summaryWritten",
                Map.of("versionId", "3b1f4ad2-28a3-4cf6-94f6-6a4c6d0f1b77"));
        summary.waitsOnlyAt("userTask_decide");
    }

    private void decided(String outcome) {
        summary.complete(
                "userTask_decide",
                "matterDecided",
                Map.of("approvalOutcome", outcome, "approvalWithdrawn", false, "furtherStep", false));
    }
}

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

/** 文件审批: step by step to the last agreement, or to the first word against it. */
@Deployment(resources = {"processes/document-approval.bpmn", "processes/approval-round.bpmn"})
class DocumentApprovalProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("document-approval", "approval-round");

    private static final Date LATER = Date.from(Instant.parse("2026-11-25T02:00:00Z"));

    ProcessEngine processEngine;
    private Walk approval;

    @BeforeEach
    void handlersStandBy() {
        approval = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void eachStepIsAMatterOfItsOwn() {
        submitted();
        assertThat(approval.groupsOf("userTask_decide")).containsExactly("site-manager");
        approval.whenAsked("bringMatter", matter("marketing-director"));
        decide("approved", true);
        approval.waitsOnlyAt("userTask_decide");
        assertThat(approval.groupsOf("userTask_decide")).containsExactly("marketing-director");

        decide("approved", false);

        approval.endsAt("endEvent_approved");
        assertThat(approval.timesPassed("callActivity_approvalRound")).isEqualTo(2);
        assertThat(approval.asked()).containsExactly("bringMatter", "matterDecided", "bringMatter", "matterDecided");
    }

    @Test
    void aVersionSentBackTakesNoFurtherStep() {
        submitted();
        decide("returned", false);
        assertThat(approval.endsAt("endEvent_returned").timesPassed("callActivity_approvalRound"))
                .isEqualTo(1);
    }

    @Test
    void aRejectedVersionTakesNoFurtherStep() {
        submitted();
        decide("rejected", false);
        approval.endsAt("endEvent_rejected").notPassed("gateway_furtherStep");
    }

    @Test
    void aVersionMayBeWithdrawnAtALaterStep() {
        submitted();
        decide("approved", true);
        approval.waitsOnlyAt("userTask_decide")
                .messageArrives("approval-round.withdrawn")
                .endsAt("endEvent_withdrawn")
                .notPassed("endEvent_approved", "endEvent_returned", "endEvent_rejected");
        assertThat(approval.asked()).endsWith("recordWithdrawal");
    }

    private void submitted() {
        approval.whenAsked("bringMatter", matter("site-manager"))
                .whenAsked(
                        "recordWithdrawal",
                        Map.of("approvalOutcome", "withdrawn", "approvalWithdrawn", true, "furtherStep", false))
                .begin("document-approval", Map.of("versionId", "v"))
                .waitsOnlyAt("userTask_decide");
    }

    private void decide(String outcome, boolean further) {
        approval.complete(
                "userTask_decide",
                "matterDecided",
                Map.of("approvalOutcome", outcome, "approvalWithdrawn", false, "furtherStep", further));
    }

    private static Map<String, Object> matter(String group) {
        Map<String, Object> matter = new HashMap<>();
        matter.put("matterId", "m");
        matter.put("approverGroup", group);
        matter.put("approvalRemindAt", LATER);
        matter.put("approvalEscalateAt", LATER);
        matter.put("subject", "推广计划 TG-2026-000001 第 1 版");
        return matter;
    }
}

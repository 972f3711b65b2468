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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 审批: one matter ends in one of four ways; a reminder and an escalation leave it where it is. */
@Deployment(resources = "processes/approval-round.bpmn")
class ApprovalRoundProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("approval-round");

    private static final Date REMIND = Date.from(Instant.parse("2026-11-24T02:00:00Z"));
    private static final Date ESCALATE = Date.from(Instant.parse("2026-11-25T02:00:00Z"));

    ProcessEngine processEngine;
    private Walk round;

    @BeforeEach
    void handlersStandBy() {
        round = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void theMatterSaysWhoDecidesAndUntilWhen() {
        brought();
        assertThat(round.groupsOf("userTask_decide")).containsExactly("marketing-director");
        assertThat(round.task("userTask_decide").getDueDate()).isEqualTo(ESCALATE);
        assertThat(round.task("userTask_decide").getAssignee()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "approved, endEvent_agreed, endEvent_returned, endEvent_rejected",
        "returned, endEvent_returned, endEvent_agreed, endEvent_rejected",
        "rejected, endEvent_rejected, endEvent_agreed, endEvent_returned"
    })
    void aDecisionEndsTheRoundInItsOwnWay(String outcome, String end, String other, String third) {
        brought();
        round.complete("userTask_decide", "matterDecided", Map.of("approvalOutcome", outcome))
                .endsAt(end)
                .notPassed(other, third, "endEvent_withdrawn");
    }

    @Test
    void aReminderLeavesTheTaskWhereItIs() {
        brought();
        round.waitsUntil("boundary_remind", REMIND)
                .timePasses("boundary_remind")
                .passed("endEvent_approverReminded")
                .noLongerWaitsFor("boundary_remind")
                .waitsUntil("boundary_escalate", ESCALATE)
                .waitsOnlyAt("userTask_decide");
        assertThat(round.asked()).containsExactly("remindApprover");
    }

    @Test
    void anEscalationLeavesTheTaskWithThoseAskedFirst() {
        brought();
        round.timePasses("boundary_remind")
                .timePasses("boundary_escalate")
                .passed("endEvent_approvalEscalated")
                .waitsOnlyAt("userTask_decide");
        assertThat(round.asked()).containsExactly("remindApprover", "escalateApproval");
        assertThat(round.groupsOf("userTask_decide")).contains("marketing-director");
        round.complete("userTask_decide", "matterDecided", Map.of("approvalOutcome", "approved"))
                .endsAt("endEvent_agreed");
    }

    @Test
    void aWithdrawnVersionTakesTheTaskAndItsTimersAway() {
        brought();
        round.messageArrives("approval-round.withdrawn")
                .endsAt("endEvent_withdrawn")
                .noLongerWaitsFor("boundary_escalate")
                .notPassed("userTask_decide", "gateway_approvalOutcome");
        assertThat(round.asked()).containsExactly("recordWithdrawal");
    }

    private void brought() {
        round.begin(
                        "approval-round",
                        Map.of(
                                "matterId",
                                "m",
                                "approverGroup",
                                "marketing-director",
                                "approvalRemindAt",
                                REMIND,
                                "approvalEscalateAt",
                                ESCALATE))
                .waitsOnlyAt("userTask_decide");
    }
}

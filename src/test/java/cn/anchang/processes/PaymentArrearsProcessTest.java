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
import org.junit.jupiter.params.provider.ValueSource;

/** 逾期催收: call, write, decide; over the moment the money is in, wherever it stands. */
@Deployment(
        resources = {
            "processes/payment-arrears.bpmn",
            "processes/document-approval.bpmn",
            "processes/approval-round.bpmn"
        })
class PaymentArrearsProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension =
            Walk.covering("payment-arrears", "document-approval", "approval-round");

    private static final Date THURSDAY = at("2026-11-26T01:00:00Z");
    private static final Date LETTER = at("2026-12-08T01:00:00Z");
    private static final Date REVIEW = at("2027-02-06T01:00:00Z");

    ProcessEngine processEngine;
    private Walk debt;

    @BeforeEach
    void handlersStandBy() {
        debt = new Walk(processEngine);
        debt.whenAsked(
                "bringMatter",
                Map.of(
                        "matterId", "7d0f8f9e-53a7-4c62-8f0e-1d9c6a1f7a10",
                        "approverGroup", "marketing-director",
                        "approvalRemindAt", LETTER,
                        "approvalEscalateAt", LETTER,
                        "subject", "催款函 CK-2026-000001 第 1 版"));
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void theConsultantCallsUntilTheLetterIsDue() {
        begun();
        assertThat(debt.groupsOf("userTask_callDebtor")).containsExactly("sales");
        assertThat(debt.task("userTask_callDebtor").getAssignee()).isEqualTo("chen.xiao");
        called(THURSDAY, false);
        debt.waitsOnlyAt("timer_callAgain").waitsUntil("timer_callAgain", THURSDAY);
        debt.noLongerWaitsFor("boundary_letterDue");
        debt.timePasses("timer_callAgain").waitsOnlyAt("userTask_callDebtor");

        called(LETTER, true);
        debt.timePasses("timer_callAgain").waitsOnlyAt("userTask_writeDemand");
        assertThat(debt.timesPassed("userTask_callDebtor")).isEqualTo(2);
    }

    @Test
    void aCallNobodyMadeDoesNotHoldUpTheLetter() {
        begun();
        debt.waitsUntil("boundary_letterDue", LETTER)
                .timePasses("boundary_letterDue")
                .waitsOnlyAt("userTask_writeDemand");
        assertThat(debt.groupsOf("userTask_writeDemand")).containsExactly("finance");
        debt.notPassed("userTask_callDebtor");
    }

    @Test
    void aLetterGoesBackUntilItIsApprovedAndThenIsSent() {
        begun();
        written();
        decided("returned");
        debt.waitsOnlyAt("userTask_writeDemand");
        debt.complete("userTask_writeDemand", "demandWritten", version()).waitsOnlyAt("userTask_decide");
        decided("approved");
        debt.waitsOnlyAt("userTask_sendDemand");
        assertThat(debt.groupsOf("userTask_sendDemand")).containsExactly("finance");
        debt.complete("userTask_sendDemand", "demandPosted")
                .waitsOnlyAt("timer_reviewDue")
                .waitsUntil("timer_reviewDue", REVIEW);
    }

    @Test
    void aRejectedLetterIsNotSentAndTheReviewComesAllTheSame() {
        begun();
        written();
        decided("rejected");
        debt.waitsOnlyAt("timer_reviewDue").notPassed("userTask_sendDemand");
        debt.timePasses("timer_reviewDue").waitsOnlyAt("userTask_reviewRescission");
        assertThat(debt.groupsOf("userTask_reviewRescission")).containsExactly("management");
    }

    @Test
    void aReviewIsPutOffAndComesAgain() {
        begun();
        reviewed("wait");
        debt.waitsOnlyAt("timer_reviewAgain").waitsUntil("timer_reviewAgain", THURSDAY);
        debt.timePasses("timer_reviewAgain").waitsOnlyAt("userTask_reviewRescission");
    }

    @Test
    void aRescissionThatCameToNothingIsReviewedAgain() {
        begun();
        reviewed("rescind");
        debt.waitsOnlyAt("message_changeEnded")
                .messageArrives("payment-arrears.change-ended")
                .waitsOnlyAt("userTask_reviewRescission");
    }

    @Test
    void theLawyersTakeItOver() {
        begun();
        reviewed("litigate");
        debt.endsAt("endEvent_litigation").notPassed("endEvent_settled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "wait", "write", "approve", "send", "review", "rescind"})
    void theMoneyEndsItWhereverItStands(String step) {
        begun();
        switch (step) {
            case "wait" -> called(THURSDAY, false);
            case "write" -> debt.timePasses("boundary_letterDue");
            case "approve" -> written();
            case "send" -> {
                written();
                decided("approved");
            }
            case "review" -> {
                written();
                decided("rejected");
                debt.timePasses("timer_reviewDue");
            }
            case "rescind" -> reviewed("rescind");
            default -> debt.notPassed("userTask_callDebtor");
        }
        debt.messageArrives("payment-arrears.settled").endsAt("endEvent_settled");
    }

    private void begun() {
        debt.begin("payment-arrears", Map.of("consultant", "chen.xiao", "letterAt", LETTER, "reviewAt", REVIEW))
                .waitsOnlyAt("userTask_callDebtor");
    }

    private void called(Date again, boolean letterDue) {
        debt.complete("userTask_callDebtor", "debtorPhoned", Map.of("callAgainAt", again, "letterDue", letterDue));
    }

    private void written() {
        debt.timePasses("boundary_letterDue")
                .complete("userTask_writeDemand", "demandWritten", version())
                .waitsOnlyAt("userTask_decide");
    }

    private static Map<String, Object> version() {
        return Map.of("versionId", "3b1f4ad2-28a3-4cf6-94f6-6a4c6d0f1b77");
    }

    private void decided(String outcome) {
        debt.complete(
                "userTask_decide",
                "matterDecided",
                Map.of("approvalOutcome", outcome, "approvalWithdrawn", false, "furtherStep", false));
    }

    private void reviewed(String decision) {
        written();
        decided("rejected");
        debt.timePasses("timer_reviewDue")
                .complete(
                        "userTask_reviewRescission",
                        "rescissionReviewed",
                        Map.of("reviewDecision", decision, "reviewAgainAt", THURSDAY));
    }

    private static Date at(String moment) {
        return Date.from(Instant.parse(moment));
    }
}

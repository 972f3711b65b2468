package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 认购转签约: signed in time, signed late, or forfeited by the general manager's ruling; nothing else. */
@Deployment(resources = "processes/sales-case-signing.bpmn")
class SalesCaseSigningProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("sales-case-signing");

    private static final Date SIGN_BY = at("2026-11-30T15:59:59Z");
    private static final Date FIRST_REMINDER = at("2026-11-28T01:00:00Z");
    private static final Date SECOND_REMINDER = at("2026-11-30T01:00:00Z");
    private static final Date OVERDUE = at("2026-12-01T01:00:00Z");
    private static final Date EXTENDED = at("2026-12-07T15:59:59Z");

    ProcessEngine processEngine;
    private Walk signing;

    @BeforeEach
    void handlersStandBy() {
        signing = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void theContractIsSignedAfterTheFirstPaymentIsIn() {
        subscribed();
        assertThat(signing.groupsOf("userTask_collectFirstPayment")).containsExactly("finance");
        paid();
        assertThat(signing.task("userTask_signContract").getAssignee()).isEqualTo("chen.xiao");
        assertThat(signing.task("userTask_signContract").getDueDate()).isEqualTo(SIGN_BY);
        signed();
        signing.endsAt("endEvent_contractSigned").notPassed("userTask_handleOverdue");
    }

    @Test
    void aPartPaymentLeavesTheTaskWithFinance() {
        subscribed();
        signing.complete("userTask_collectFirstPayment", "firstPaymentCollected", Map.of("firstPaymentComplete", false))
                .waitsOnlyAt("userTask_collectFirstPayment")
                .notPassed("userTask_signContract");
        paid();
        assertThat(signing.timesPassed("userTask_collectFirstPayment")).isEqualTo(2);
    }

    @Test
    void remindersLeaveTheWorkWhereItIs() {
        subscribed();
        signing.waitsUntil("timer_signingRemindFirst", FIRST_REMINDER)
                .waitsUntil("timer_signingRemindSecond", SECOND_REMINDER)
                .timePasses("timer_signingRemindFirst")
                .timePasses("timer_signingRemindSecond")
                .passed("endEvent_signingRemindedFirst", "endEvent_signingRemindedSecond")
                .waitsOnlyAt("userTask_collectFirstPayment");
        assertThat(signing.asked()).containsExactly("issueSubscriptionPaper", "remindSigning", "remindSigning");
    }

    @Test
    void anExtensionWaitsAndThenAsksAgain() {
        subscribed();
        overdue();
        assertThat(signing.groupsOf("userTask_handleOverdue")).containsExactly("site-manager");
        signing.complete("userTask_handleOverdue", "overdueHandled", extended())
                .waitsOnlyAt("userTask_collectFirstPayment", "timer_extensionOver")
                .waitsUntil("timer_extensionOver", EXTENDED)
                .timePasses("timer_extensionOver")
                .waitsOnlyAt("userTask_collectFirstPayment", "userTask_handleOverdue")
                .notPassed("userTask_ruleForfeit");
    }

    @Test
    void theGeneralManagerMayExtendInsteadOfForfeiting() {
        subscribed();
        overdue();
        proposed();
        assertThat(signing.groupsOf("userTask_ruleForfeit")).containsExactly("management");
        signing.complete(
                        "userTask_ruleForfeit",
                        "forfeitRuled",
                        Map.of("depositForfeited", false, "extendedUntil", EXTENDED))
                .waitsOnlyAt("userTask_collectFirstPayment", "timer_extensionOver")
                .waitsUntil("timer_extensionOver", EXTENDED);
    }

    @Test
    void aForfeitedDepositEndsTheSigningWithAnError() {
        subscribed();
        overdue();
        proposed();

        assertThatThrownBy(() ->
                        signing.complete("userTask_ruleForfeit", "forfeitRuled", Map.of("depositForfeited", true)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("deposit-forfeited");
    }

    @Test
    void aFirstPaymentThatIsInAlreadyIsNotAskedForAgain() {
        begun(true);
        signing.waitsOnlyAt("userTask_signContract").notPassed("userTask_collectFirstPayment");
        signed();
        signing.endsAt("endEvent_contractSigned");
    }

    @Test
    void anExtensionApprovedElsewhereTakesTheOverdueTaskAway() {
        subscribed();
        overdue();
        extendedElsewhere("boundary_overdueExtended");
        signing.timePasses("timer_extensionOver").waitsOnlyAt("userTask_collectFirstPayment", "userTask_handleOverdue");
    }

    @Test
    void anExtensionApprovedElsewhereTakesTheRulingAway() {
        subscribed();
        overdue();
        proposed();
        extendedElsewhere("boundary_rulingExtended");
        assertThat(signing.asked()).doesNotContain("forfeitRuled");
    }

    @Test
    void signingLateLeavesNoOverdueTaskBehind() {
        subscribed();
        overdue();
        paid();
        signing.waitsOnlyAt("userTask_signContract", "userTask_handleOverdue");
        signed();
        signing.endsAt("endEvent_contractSigned");
    }

    @Test
    void signingDuringAnExtensionLeavesNoTimerBehind() {
        subscribed();
        overdue();
        signing.complete("userTask_handleOverdue", "overdueHandled", extended());
        paid();
        signed();
        signing.endsAt("endEvent_contractSigned").notPassed("timer_extensionOver");
    }

    private void subscribed() {
        begun(false);
        signing.waitsOnlyAt("userTask_collectFirstPayment");
    }

    private void begun(boolean firstPaymentComplete) {
        Map<String, Object> given = new HashMap<>();
        given.put("consultant", "chen.xiao");
        given.put("customerName", "王*");
        given.put("unitNo", "1-1-0301");
        given.put("signBy", SIGN_BY);
        given.put("signRemindFirstAt", FIRST_REMINDER);
        given.put("signRemindSecondAt", SECOND_REMINDER);
        given.put("signOverdueAt", OVERDUE);
        given.put("firstPaymentComplete", firstPaymentComplete);
        signing.begin("sales-case-signing", given);
    }

    private void paid() {
        signing.complete("userTask_collectFirstPayment", "firstPaymentCollected", Map.of("firstPaymentComplete", true));
    }

    private void signed() {
        signing.complete("userTask_signContract", "contractSigned", Map.of("fileBy", EXTENDED, "fileWarnAt", EXTENDED));
    }

    private void overdue() {
        signing.waitsUntil("timer_signingOverdue", OVERDUE)
                .timePasses("timer_signingOverdue")
                .waitsOnlyAt("userTask_collectFirstPayment", "userTask_handleOverdue");
    }

    private void proposed() {
        signing.complete("userTask_handleOverdue", "overdueHandled", Map.of("overdueDecision", "forfeit"))
                .waitsOnlyAt("userTask_collectFirstPayment", "userTask_ruleForfeit");
    }

    private void extendedElsewhere(String event) {
        processEngine
                .getRuntimeService()
                .setVariable(
                        signing.task("userTask_collectFirstPayment").getProcessInstanceId(), "extendedUntil", EXTENDED);
        signing.messageArrives("sales-case-signing.extended")
                .passed(event)
                .waitsOnlyAt("userTask_collectFirstPayment", "timer_extensionOver")
                .waitsUntil("timer_extensionOver", EXTENDED);
    }

    private static Map<String, Object> extended() {
        return Map.of("overdueDecision", "extend", "extendedUntil", EXTENDED);
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }
}

package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** 销售过程: every labelled way of the diagram, through the real called processes. */
@Deployment(
        resources = {
            "processes/sales-case.bpmn",
            "processes/sales-case-signing.bpmn",
            "processes/sales-case-mortgage.bpmn",
            "processes/sales-case-undoing.bpmn",
            "processes/sales-case-aftercare.bpmn"
        })
class SalesCaseProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering(
            "sales-case", "sales-case-signing", "sales-case-mortgage", "sales-case-undoing", "sales-case-aftercare");

    private static final Date FOLLOW_UP = at("2026-12-01T01:00:00Z");
    private static final Date HOLD_UNTIL = at("2026-11-23T05:00:00Z");
    private static final Date REMIND = at("2026-11-24T05:00:00Z");
    private static final Date ESCALATE = at("2026-11-25T05:00:00Z");
    private static final Date SIGN_BY = at("2026-11-30T15:59:59Z");
    private static final Date WARN = at("2026-12-19T01:00:00Z");
    private static final Date FILE_BY = at("2026-12-29T15:59:59Z");

    ProcessEngine processEngine;
    private Walk sale;

    @BeforeEach
    void aCustomerComesIn() {
        sale = new Walk(processEngine);
        sale.whenAsked(
                "visitRegistered",
                Map.of("visitJoined", false, "consultant", "chen.xiao", "customerName", "王*", "projectName", "云栖花园"));
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void aSaleIsCarriedFromReceptionToCompletion() {
        subscribed();
        contractSigned();
        sale.waitsOnlyAt("userTask_fileContract")
                .complete("userTask_fileContract", "contractFiled", Map.of("mortgageNeeded", false))
                .waitsOnlyAt("userTask_checkDeal")
                .complete("userTask_checkDeal", "dealChecked", Map.of("paperBy", WARN, "deliverBy", FILE_BY))
                .complete("userTask_handOverPapers", "papersHandedOver")
                .complete("userTask_handOverUnit", "unitHandedOver", Map.of("titleBy", FILE_BY))
                .complete("userTask_registerTitle", "titleRegistered")
                .waitsOnlyAt("userTask_writeSummary")
                .complete("userTask_writeSummary", "saleClosed")
                .endsAt("endEvent_saleCompleted")
                .notPassed("userTask_followUp", "serviceTask_releaseHold", "userTask_superviseSubscription")
                .notPassed("serviceTask_remindFiling", "serviceTask_releaseUnit");
        assertThat(sale.asked())
                .containsExactly(
                        "visitRegistered",
                        "negotiated",
                        "unitChosen",
                        "depositCollected",
                        "issueReceipts",
                        "subscriptionSigned",
                        "issueSubscriptionPaper",
                        "firstPaymentCollected",
                        "issueReceipts",
                        "contractSigned",
                        "issueContractData",
                        "contractFiled",
                        "dealReleased",
                        "dealChecked",
                        "issueChecklist",
                        "papersHandedOver",
                        "unitHandedOver",
                        "titleRegistered",
                        "saleClosed");
    }

    @Test
    void aSaleByLoanWaitsForItsLender() {
        toTheLender();
        loanSubmitted();
        sale.complete("userTask_recordAnswer", "bankAnswered", Map.of("bankAnswer", "approved", "loanInFull", true))
                .complete(
                        "userTask_signLoan",
                        "loanContractSigned",
                        Map.of("firstReleaseDueAt", WARN, "lastReleaseDueAt", WARN))
                .complete("userTask_recordRelease", "loanReleased", Map.of("allReleased", true, "termsChanged", false))
                .waitsOnlyAt("userTask_checkDeal")
                .passed("callActivity_mortgage");
    }

    @Test
    void aLoanThatComesToNothingLeadsBackToSigningOnOtherTerms() {
        toTheLender();
        setOnSale(signingDates());
        processEngine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("sales-case-mortgage")
                .list()
                .forEach(loan -> processEngine.getRuntimeService().setVariable(loan.getId(), "termsChanged", true));
        sale.messageArrives("sales-case-mortgage.terms-changed").waitsOnlyAt("userTask_collectFirstPayment");
        contractSigned();
        sale.complete("userTask_fileContract", "contractFiled", Map.of("mortgageNeeded", false))
                .waitsOnlyAt("userTask_checkDeal");
    }

    private void toTheLender() {
        subscribed();
        contractSigned();
        sale.complete("userTask_fileContract", "contractFiled", Map.of("mortgageNeeded", true))
                .waitsOnlyAt("userTask_chooseBank");
    }

    private void loanSubmitted() {
        sale.complete("userTask_chooseBank", "bankChosenForLoan", Map.of("papersRemindAt", WARN))
                .complete("userTask_collectPapers", "papersCollected", Map.of("papersComplete", true))
                .complete("userTask_submitLoan", "loanSubmitted")
                .waitsOnlyAt("userTask_recordAnswer");
    }

    @Test
    void aVisitOfACustomerInNegotiationJoinsTheirCase() {
        sale.whenAsked("visitRegistered", Map.of("visitJoined", true))
                .begin("sales-case", Map.of())
                .endsAt("endEvent_visitJoined")
                .notPassed("userTask_negotiate");
    }

    @Test
    void negotiationBelongsToTheConsultantAndTheirGroup() {
        sale.begin("sales-case", Map.of()).waitsOnlyAt("userTask_negotiate");

        assertThat(sale.task("userTask_negotiate").getAssignee()).isEqualTo("chen.xiao");
        assertThat(sale.groupsOf("userTask_negotiate")).containsExactly("sales");
        assertThat(sale.task("userTask_negotiate").getFormKey())
                .isEqualTo("embedded:deployment:forms/sales-case/negotiation.html");
    }

    @Test
    void aLostCustomerEndsTheCase() {
        sale.begin("sales-case", Map.of())
                .complete("userTask_negotiate", "negotiated", Map.of("negotiationOutcome", "lost"))
                .endsAt("endEvent_customerLost")
                .notPassed("userTask_chooseUnit");
    }

    @Test
    void followingUpWaitsForTheAgreedDateAndMayRepeat() {
        sale.begin("sales-case", Map.of())
                .complete("userTask_negotiate", "negotiated", followUp())
                .waitsOnlyAt("gateway_followUp")
                .waitsUntil("timer_followUpDue", FOLLOW_UP)
                .timePasses("timer_followUpDue")
                .waitsOnlyAt("userTask_followUp")
                .complete("userTask_followUp", "followedUp", followUp())
                .timePasses("timer_followUpDue")
                .complete("userTask_followUp", "followedUp", Map.of("negotiationOutcome", "intent"))
                .waitsOnlyAt("userTask_chooseUnit")
                .notPassed("message_customerReturned");
        assertThat(sale.timesPassed("userTask_followUp")).isEqualTo(2);
    }

    @Test
    void aCustomerWhoReturnsEarlierDoesNotWaitForTheDate() {
        sale.begin("sales-case", Map.of())
                .complete("userTask_negotiate", "negotiated", followUp())
                .messageArrives("sales-case.customer-returned")
                .waitsOnlyAt("userTask_followUp")
                .noLongerWaitsFor("timer_followUpDue")
                .complete("userTask_followUp", "followedUp", Map.of("negotiationOutcome", "lost"))
                .endsAt("endEvent_customerLost");
    }

    @Test
    void withoutAUnitNegotiationGoesOn() {
        intended();
        sale.complete("userTask_chooseUnit", "unitChosen", Map.of("unitChosen", false))
                .waitsOnlyAt("userTask_negotiate")
                .notPassed("userTask_collectDeposit");
    }

    @Test
    void aHoldThatLapsesFreesTheUnitAndGoesBackToNegotiation() {
        held();
        sale.waitsUntil("boundary_holdLapsed", HOLD_UNTIL);
        assertThat(sale.task("userTask_collectDeposit").getDueDate()).isEqualTo(HOLD_UNTIL);

        sale.timePasses("boundary_holdLapsed")
                .waitsOnlyAt("userTask_negotiate")
                .passed("serviceTask_releaseHold")
                .notPassed("userTask_signSubscription");
        assertThat(sale.asked()).endsWith("releaseHold");
    }

    @Test
    void aDepositInTimeEndsTheHoldsClock() {
        deposited();
        sale.waitsOnlyAt("userTask_signSubscription")
                .noLongerWaitsFor("boundary_holdLapsed")
                .notPassed("serviceTask_releaseHold");
    }

    @Test
    void aSlowSubscriptionIsRemindedAndStaysWithTheConsultant() {
        deposited();
        sale.waitsUntil("boundary_subscriptionSlow", REMIND)
                .timePasses("boundary_subscriptionSlow")
                .waitsOnlyAt("userTask_signSubscription")
                .passed("serviceTask_remindSubscription", "endEvent_subscriptionReminded");
    }

    @Test
    void aStuckSubscriptionGoesToTheSiteManagerAndComesBackWithNewDates() {
        deposited();
        sale.waitsUntil("boundary_subscriptionStuck", ESCALATE)
                .timePasses("boundary_subscriptionStuck")
                .waitsOnlyAt("userTask_superviseSubscription")
                .complete(
                        "userTask_superviseSubscription",
                        "subscriptionSupervised",
                        Map.of("subscribeRemindAt", SIGN_BY, "subscribeEscalateAt", WARN))
                .waitsOnlyAt("userTask_signSubscription")
                .waitsUntil("boundary_subscriptionSlow", SIGN_BY)
                .waitsUntil("boundary_subscriptionStuck", WARN);
        assertThat(sale.groupsOf("userTask_signSubscription")).containsExactly("sales");
    }

    @Test
    void aForfeitedDepositFreesTheUnitAndPaysBackTheRest() {
        subscribed();
        forfeited(true);
        sale.waitsOnlyAt("userTask_refund")
                .passed("serviceTask_settleForfeit", "serviceTask_releaseUnit")
                .complete("userTask_refund", "refunded", Map.of("refundDue", false))
                .endsAt("endEvent_depositForfeited");
    }

    @Test
    void aForfeitedDepositWithNothingToPayBackEndsTheCase() {
        subscribed();
        forfeited(false);
        sale.endsAt("endEvent_depositForfeited").notPassed("userTask_refund", "userTask_fileContract");
        assertThat(sale.asked()).endsWith("settleForfeit", "issueUndoing", "releaseUnit");
    }

    @Test
    void whatMustBeSignedAnewBeginsAgainWithTheSigning() {
        subscribed();
        contractSigned();
        sale.waitsOnlyAt("userTask_fileContract");
        setOnSale(Map.of("firstPaymentComplete", true, "signBy", WARN));

        sale.messageArrives("sales-case.must-sign-anew")
                .passed("boundary_mustSignAnew")
                .waitsOnlyAt("userTask_signContract")
                .noLongerWaitsFor("boundary_filingWarned");
        assertThat(sale.task("userTask_signContract").getDueDate()).isEqualTo(WARN);
    }

    @Test
    void signingBeginsAgainWithItsMoneyWhereThatIsMissing() {
        subscribed();
        sale.messageArrives("sales-case.must-sign-anew").waitsOnlyAt("userTask_collectFirstPayment");
    }

    @Test
    void aWithdrawalInterruptsTheSigningAndEndsTheCase() {
        subscribed();
        undone("withdrawn", true);
        sale.waitsOnlyAt("userTask_refund")
                .noLongerWaitsFor("timer_signingOverdue")
                .complete("userTask_refund", "refunded", Map.of("refundDue", false))
                .endsAt("endEvent_saleWithdrawn")
                .notPassed("endEvent_unitReturned", "endEvent_saleForfeited");
    }

    @Test
    void aDepositMayBeWithdrawnBeforeTheSubscription() {
        deposited();
        undone("withdrawn", false);
        sale.endsAt("endEvent_saleWithdrawn").notPassed("userTask_refund");
    }

    @Test
    void aUnitIsReturnedFromTheAftercareToo() {
        subscribed();
        contractSigned();
        sale.complete("userTask_fileContract", "contractFiled", Map.of("mortgageNeeded", false))
                .complete("userTask_checkDeal", "dealChecked", Map.of("paperBy", WARN, "deliverBy", FILE_BY));
        undone("returned", false);
        sale.endsAt("endEvent_unitReturned");
    }

    @Test
    void aForfeitByChangeOrderHasItsOwnEnd() {
        subscribed();
        undone("forfeited", false);
        sale.endsAt("endEvent_saleForfeited").notPassed("endEvent_depositForfeited");
    }

    @Test
    void aLateFilingIsWarnedOfAndStaysWithTheConsultant() {
        subscribed();
        contractSigned();
        assertThat(sale.task("userTask_fileContract").getDueDate()).isEqualTo(FILE_BY);

        sale.waitsUntil("boundary_filingWarned", WARN)
                .timePasses("boundary_filingWarned")
                .waitsOnlyAt("userTask_fileContract")
                .passed("serviceTask_remindFiling", "endEvent_filingReminded");
    }

    @Test
    void anIdThatIsDrawnNowhereIsNotPassedOver() {
        sale.begin("sales-case", Map.of());

        assertThatThrownBy(() -> sale.notPassed("endEvent_customerLots")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> sale.timePasses("boundary_holdLapsd")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> sale.timePasses("boundary_holdLapsed")).isInstanceOf(AssertionError.class);
    }

    private void intended() {
        sale.begin("sales-case", Map.of())
                .complete("userTask_negotiate", "negotiated", Map.of("negotiationOutcome", "intent"))
                .waitsOnlyAt("userTask_chooseUnit");
    }

    private void held() {
        intended();
        sale.complete(
                        "userTask_chooseUnit",
                        "unitChosen",
                        Map.of("unitChosen", true, "unitNo", "1-1-0301", "holdUntil", HOLD_UNTIL))
                .waitsOnlyAt("userTask_collectDeposit");
    }

    private void deposited() {
        held();
        sale.complete(
                "userTask_collectDeposit",
                "depositCollected",
                Map.of("subscribeRemindAt", REMIND, "subscribeEscalateAt", ESCALATE));
    }

    private void subscribed() {
        deposited();
        sale.complete("userTask_signSubscription", "subscriptionSigned", signingDates());
        assertThat(sale.task("userTask_collectFirstPayment").getDueDate()).isEqualTo(SIGN_BY);
    }

    private void contractSigned() {
        sale.complete("userTask_collectFirstPayment", "firstPaymentCollected", Map.of("firstPaymentComplete", true))
                .complete("userTask_signContract", "contractSigned", Map.of("fileBy", FILE_BY, "fileWarnAt", WARN));
    }

    private void forfeited(boolean refundDue) {
        sale.whenAsked("settleForfeit", Map.of("refundDue", refundDue))
                .timePasses("timer_signingOverdue")
                .complete("userTask_handleOverdue", "overdueHandled", Map.of("overdueDecision", "forfeit"))
                .complete("userTask_ruleForfeit", "forfeitRuled", Map.of("depositForfeited", true));
    }

    private void undone(String kind, boolean refundDue) {
        setOnSale(Map.of("undoKind", kind));
        sale.whenAsked("settleForfeit", Map.of("refundDue", refundDue))
                .messageArrives("sales-case.withdrawal-approved");
    }

    private void setOnSale(Map<String, Object> variables) {
        String saleId = processEngine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("sales-case")
                .singleResult()
                .getId();
        processEngine.getRuntimeService().setVariables(saleId, variables);
    }

    private static Map<String, Object> signingDates() {
        Map<String, Object> dates = new HashMap<>();
        dates.put("paymentMethod", "FULL");
        dates.put("firstPaymentComplete", false);
        dates.put("signBy", SIGN_BY);
        dates.put("signRemindFirstAt", at("2026-11-28T01:00:00Z"));
        dates.put("signRemindSecondAt", at("2026-11-30T01:00:00Z"));
        dates.put("signOverdueAt", at("2026-12-01T01:00:00Z"));
        return dates;
    }

    private static Map<String, Object> followUp() {
        return Map.of("negotiationOutcome", "followUp", "followUpAt", FOLLOW_UP);
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }
}

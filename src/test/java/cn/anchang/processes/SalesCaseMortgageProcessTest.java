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

/** 按揭办理: papers, the bank's four answers, the loan contract and the release. */
@Deployment(resources = "processes/sales-case-mortgage.bpmn")
class SalesCaseMortgageProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("sales-case-mortgage");

    private static final Date LATER = Date.from(Instant.parse("2026-12-10T01:00:00Z"));
    private static final Date LAST = Date.from(Instant.parse("2027-01-09T01:00:00Z"));

    ProcessEngine processEngine;
    private Walk loan;

    @BeforeEach
    void handlersStandBy() {
        loan = new Walk(processEngine);
        loan.whenAsked("planShortfall", Map.of());
        loan.whenAsked("remindLoanPapers", Map.of());
        loan.whenAsked("remindRelease", Map.of());
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void approvedInFullSignedAndReleased() {
        begun();
        assertThat(loan.groupsOf("userTask_chooseBank")).containsExactly("sales");
        bank();
        assertThat(loan.groupsOf("userTask_collectPapers")).containsExactly("marketing");
        papersComplete();
        answered("approved", true);
        loan.waitsOnlyAt("userTask_signLoan").notPassed("serviceTask_planShortfall");
        signed();
        assertThat(loan.groupsOf("userTask_recordRelease")).containsExactly("finance");
        released(true);
        loan.endsAt("endEvent_loanReleased");
    }

    @Test
    void approvedForLessAndReleasedInTwoParts() {
        bankChosen();
        papersComplete();
        answered("approved", false);
        loan.passed("serviceTask_planShortfall").waitsOnlyAt("userTask_signLoan");
        signed();
        released(false);
        loan.waitsOnlyAt("userTask_recordRelease");
        released(true);
        loan.endsAt("endEvent_loanReleased");
    }

    @Test
    void papersComeBackUntilNothingIsMissingAndWhenTheBankWantsMore() {
        bankChosen();
        loan.complete("userTask_collectPapers", "papersCollected", Map.of("papersComplete", false))
                .waitsOnlyAt("userTask_collectPapers");
        papersComplete();
        answered("papers", false);
        loan.waitsOnlyAt("userTask_collectPapers");
        papersComplete();
        answered("approved", true);
        loan.waitsOnlyAt("userTask_signLoan");
    }

    @Test
    void refusedThenAnotherBank() {
        bankChosen();
        papersComplete();
        answered("refused", false);
        loan.waitsOnlyAt("userTask_handleLoanRefusal");
        assertThat(loan.groupsOf("userTask_handleLoanRefusal")).containsExactly("site-manager");
        loan.complete("userTask_handleLoanRefusal", "loanRefusalHandled", Map.of("anotherBank", true))
                .waitsOnlyAt("userTask_chooseBank");
    }

    @Test
    void refusedAndAChangeThatCameToNothingIsDecidedAnew() {
        changeAsked();
        loan.messageArrives("sales-case-mortgage.request-ended").waitsOnlyAt("userTask_handleLoanRefusal");
    }

    @Test
    void refusedAndPaidAnotherWay() {
        changeAsked();
        loan.messageArrives("sales-case-mortgage.terms-changed").endsAt("endEvent_termsChanged");
    }

    @Test
    void whatIsLateIsRemindedBesideTheWork() {
        bankChosen();
        loan.timePasses("boundary_papersLate")
                .passed("serviceTask_remindLoanPapers", "endEvent_papersReminded")
                .waitsOnlyAt("userTask_collectPapers");
        papersComplete();
        answered("approved", true);
        signed();
        loan.timePasses("boundary_firstReleaseLate")
                .passed("serviceTask_remindRelease", "endEvent_releaseReminded")
                .waitsOnlyAt("userTask_recordRelease")
                .waitsUntil("boundary_lastReleaseLate", LAST)
                .timePasses("boundary_lastReleaseLate")
                .waitsOnlyAt("userTask_recordRelease");
    }

    private void changeAsked() {
        bankChosen();
        papersComplete();
        answered("refused", false);
        loan.complete("userTask_handleLoanRefusal", "loanRefusalHandled", Map.of("anotherBank", false))
                .waitsOnlyAt("message_requestEnded");
    }

    private void begun() {
        loan.begin("sales-case-mortgage", Map.of("consultant", "chen.xiao")).waitsOnlyAt("userTask_chooseBank");
    }

    private void bankChosen() {
        begun();
        bank();
    }

    private void bank() {
        loan.complete("userTask_chooseBank", "bankChosenForLoan", Map.of("papersRemindAt", LATER))
                .waitsOnlyAt("userTask_collectPapers")
                .waitsUntil("boundary_papersLate", LATER);
    }

    private void papersComplete() {
        loan.complete("userTask_collectPapers", "papersCollected", Map.of("papersComplete", true))
                .noLongerWaitsFor("boundary_papersLate")
                .complete("userTask_submitLoan", "loanSubmitted")
                .waitsOnlyAt("userTask_recordAnswer");
    }

    private void answered(String answer, boolean inFull) {
        loan.complete("userTask_recordAnswer", "bankAnswered", Map.of("bankAnswer", answer, "loanInFull", inFull));
    }

    private void signed() {
        loan.complete(
                        "userTask_signLoan",
                        "loanContractSigned",
                        Map.of("firstReleaseDueAt", LATER, "lastReleaseDueAt", LAST))
                .waitsOnlyAt("userTask_recordRelease")
                .waitsUntil("boundary_firstReleaseLate", LATER)
                .waitsUntil("boundary_lastReleaseLate", LAST);
    }

    private void released(boolean complete) {
        loan.complete("userTask_recordRelease", "loanReleased", Map.of("allReleased", complete, "termsChanged", false));
    }
}

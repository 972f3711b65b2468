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

/** 日/周/月销售总结与计划: written in time or late, mailed each time it is handed in, approved where its kind asks for it. */
@Deployment(
        resources = {"processes/sales-report.bpmn", "processes/document-approval.bpmn", "processes/approval-round.bpmn"
        })
class SalesReportProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension =
            Walk.covering("sales-report", "document-approval", "approval-round");

    private static final Date DUE = Date.from(Instant.parse("2026-11-24T01:30:00Z"));
    private static final Date MISSING = Date.from(Instant.parse("2026-11-24T05:30:00Z"));

    ProcessEngine processEngine;
    private Walk report;

    @BeforeEach
    void handlersStandBy() {
        report = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void aDaysReportIsMailedAndDone() {
        prefilled(begun());
        assertThat(report.groupsOf("userTask_writeReport")).containsExactly("site-manager");
        assertThat(report.task("userTask_writeReport").getDueDate()).isEqualTo(DUE);
        submitted(false);
        report.notPassed("gateway_approvalNeeded").timePasses("serviceTask_mailReport");
        report.endsAt("endEvent_reportSubmitted").notPassed("callActivity_approveReport");
        assertThat(report.asked())
                .containsExactly("reportOpenedByHand", "prefillReport", "reportWritten", "mailReport");
    }

    @Test
    void thePeriodsEndOpensOneAsAPersonDoes() {
        report.whenAsked("prefillReport", given());
        processEngine
                .getRuntimeService()
                .startProcessInstanceByMessage("sales-report.period-ended", "8c6b7d2e-0a51-4c2f-9a77-1f0d6f0c2b11");
        report.timePasses("serviceTask_prefillReport").waitsOnlyAt("userTask_writeReport");
    }

    @Test
    void beingLateRemindsThenEscalatesAndLeavesTheTaskWhereItIs() {
        prefilled(begun());
        report.waitsUntil("boundary_reportLate", DUE)
                .waitsUntil("boundary_reportMissing", MISSING)
                .timePasses("boundary_reportLate")
                .passed("endEvent_reportReminded")
                .timePasses("boundary_reportMissing")
                .passed("endEvent_reportEscalated")
                .waitsOnlyAt("userTask_writeReport");
        assertThat(report.asked())
                .containsExactly("reportOpenedByHand", "prefillReport", "remindReport", "escalateReport");
        submitted(false);
        report.timePasses("serviceTask_mailReport").endsAt("endEvent_reportSubmitted");
    }

    @Test
    void writtenInTimeNobodyIsReminded() {
        prefilled(begun());
        submitted(false);
        report.noLongerWaitsFor("boundary_reportLate")
                .noLongerWaitsFor("boundary_reportMissing")
                .notPassed("serviceTask_remindReport", "serviceTask_escalateReport");
    }

    @Test
    void whatIsSentBackIsPrefilledAnewAndMailedAgainUntilItIsApproved() {
        prefilled(begun());
        for (int round = 1; round <= 3; round++) {
            mailedForApproval();
            decided("returned");
            report.timePasses("serviceTask_prefillReport");
        }
        mailedForApproval();
        decided("approved");
        report.endsAt("endEvent_reportApproved");
        assertThat(report.timesPassed("serviceTask_prefillReport")).isEqualTo(4);
        assertThat(report.timesPassed("serviceTask_mailReport")).isEqualTo(4);
    }

    @Test
    void aRejectedReportIsOver() {
        prefilled(begun());
        mailedForApproval();
        decided("rejected");
        report.endsAt("endEvent_reportRejected").notPassed("endEvent_reportApproved");
    }

    private Walk begun() {
        return report.whenAsked("prefillReport", given()).begin("sales-report", Map.of());
    }

    private static Map<String, Object> given() {
        return Map.of("subject", "云栖花园 销售日报", "reportDueAt", DUE, "reportEscalateAt", MISSING);
    }

    private void prefilled(Walk begun) {
        begun.timePasses("serviceTask_prefillReport");
        begun.task("userTask_writeReport");
    }

    private void submitted(boolean approvalNeeded) {
        report.complete(
                "userTask_writeReport", "reportWritten", Map.of("versionId", "v", "approvalNeeded", approvalNeeded));
    }

    private void mailedForApproval() {
        Map<String, Object> matter = new HashMap<>();
        matter.put("matterId", "m");
        matter.put("approverGroup", "marketing-director");
        matter.put("approvalRemindAt", MISSING);
        matter.put("approvalEscalateAt", MISSING);
        matter.put("subject", "销售周报 BB-2026-000001 第 1 版");
        report.whenAsked("bringMatter", matter);
        submitted(true);
        report.timePasses("serviceTask_mailReport").task("userTask_decide");
    }

    private void decided(String outcome) {
        report.complete(
                "userTask_decide",
                "matterDecided",
                Map.of("approvalOutcome", outcome, "approvalWithdrawn", false, "furtherStep", false));
    }
}

package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 解除处置: the money is settled, the unit freed, and finance pays back until nothing is due. */
@Deployment(resources = "processes/sales-case-undoing.bpmn")
class SalesCaseUndoingProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("sales-case-undoing");

    ProcessEngine processEngine;
    private Walk undoing;

    @BeforeEach
    void handlersStandBy() {
        undoing = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void withNothingToPayBackItIsOverAtOnce() {
        undoing.whenAsked("settleForfeit", Map.of("refundDue", false))
                .begin("sales-case-undoing", Map.of())
                .endsAt("endEvent_undone")
                .notPassed("userTask_refund");
        assertThat(undoing.asked()).containsExactly("settleForfeit", "issueUndoing", "releaseUnit");
    }

    @Test
    void moneyGoesBackUntilNothingIsDue() {
        undoing.whenAsked("settleForfeit", Map.of("refundDue", true))
                .begin("sales-case-undoing", Map.of())
                .waitsOnlyAt("userTask_refund");
        assertThat(undoing.groupsOf("userTask_refund")).containsExactly("finance");

        undoing.complete("userTask_refund", "refunded", Map.of("refundDue", true))
                .waitsOnlyAt("userTask_refund")
                .complete("userTask_refund", "refunded", Map.of("refundDue", false))
                .endsAt("endEvent_undone");
        assertThat(undoing.timesPassed("userTask_refund")).isEqualTo(2);
    }
}

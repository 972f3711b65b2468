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

/** 销售后续手续: two departments side by side, each with its deadline. */
@Deployment(resources = "processes/sales-case-aftercare.bpmn")
class SalesCaseAftercareProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("sales-case-aftercare");

    private static final Date PAPER_BY = at("2026-12-15T15:59:59Z");
    private static final Date DELIVER_BY = at("2027-06-30T15:59:59Z");
    private static final Date TITLE_BY = at("2027-09-28T15:59:59Z");

    ProcessEngine processEngine;
    private Walk aftercare;

    @BeforeEach
    void handlersStandBy() {
        aftercare = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void itIsDoneWhenBothDepartmentsAre() {
        checked();
        aftercare
                .waitsOnlyAt("userTask_handOverPapers", "userTask_handOverUnit")
                .complete("userTask_handOverUnit", "unitHandedOver", Map.of("titleBy", TITLE_BY))
                .complete("userTask_registerTitle", "titleRegistered")
                .notPassed("endEvent_aftercareDone")
                .complete("userTask_handOverPapers", "papersHandedOver")
                .endsAt("endEvent_aftercareDone")
                .notPassed("serviceTask_recordPapersLate", "serviceTask_recordHandoverLate");
    }

    @Test
    void eachTaskHasItsGroupAndItsDeadline() {
        checked();
        assertThat(aftercare.groupsOf("userTask_handOverPapers")).containsExactly("marketing");
        assertThat(aftercare.groupsOf("userTask_handOverUnit")).containsExactly("customer-service");
        assertThat(aftercare.task("userTask_handOverPapers").getDueDate()).isEqualTo(PAPER_BY);
        assertThat(aftercare.task("userTask_handOverUnit").getDueDate()).isEqualTo(DELIVER_BY);
        aftercare.complete("userTask_handOverUnit", "unitHandedOver", Map.of("titleBy", TITLE_BY));
        assertThat(aftercare.groupsOf("userTask_registerTitle")).containsExactly("customer-service");
        assertThat(aftercare.task("userTask_registerTitle").getDueDate()).isEqualTo(TITLE_BY);
    }

    @Test
    void aMissedDeadlineIsRecordedAndStopsNobody() {
        checked();
        aftercare
                .waitsUntil("boundary_papersLate", PAPER_BY)
                .waitsUntil("boundary_handoverLate", DELIVER_BY)
                .timePasses("boundary_papersLate")
                .timePasses("boundary_handoverLate")
                .waitsOnlyAt("userTask_handOverPapers", "userTask_handOverUnit")
                .passed("endEvent_papersLateRecorded", "endEvent_handoverLateRecorded")
                .complete("userTask_handOverUnit", "unitHandedOver", Map.of("titleBy", TITLE_BY))
                .waitsUntil("boundary_titleLate", TITLE_BY)
                .timePasses("boundary_titleLate")
                .waitsOnlyAt("userTask_handOverPapers", "userTask_registerTitle")
                .passed("serviceTask_recordTitleLate", "endEvent_titleLateRecorded");
        assertThat(aftercare.asked())
                .containsExactly("recordAftercareLate", "recordAftercareLate", "unitHandedOver", "recordAftercareLate");
    }

    private void checked() {
        aftercare.begin(
                "sales-case-aftercare",
                Map.of(
                        "consultant", "chen.xiao",
                        "customerName", "王*",
                        "unitNo", "1-1-0301",
                        "paperBy", PAPER_BY,
                        "deliverBy", DELIVER_BY));
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }
}

package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 总结与计划开立: corrections first, then whatever has ended; once a day, and once only after a week without it. */
@Deployment(resources = "processes/sales-report-schedule.bpmn")
class SalesReportScheduleProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("sales-report-schedule");

    ProcessEngine processEngine;
    private Walk night;

    @BeforeEach
    void handlersStandBy() {
        ClockUtil.setCurrentTime(at("2026-11-23T02:00:00Z"));
        night = new Walk(processEngine);
        Mocks.register("reportCycle", "R/2026-11-22T00:30:00+08:00/P1D");
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
        ClockUtil.reset();
    }

    @Test
    void somebodyWhoDoesNotWaitForTheNightGetsTheSame() {
        night.begin("sales-report-schedule", Map.of())
                .timePasses("serviceTask_checkReportCorrections")
                .timePasses("serviceTask_openEndedReports")
                .passed("endEvent_reportsOpened");
        assertThat(night.asked()).containsExactly("reportScheduleAsked", "checkReportCorrections", "openEndedReports");
    }

    @Test
    void theNightStartsItAndTheNextNightAgain() {
        assertThat(startTimer().getDuedate()).isEqualTo(at("2026-11-23T16:30:00Z"));
        ClockUtil.setCurrentTime(at("2026-11-23T16:30:01Z"));
        processEngine.getManagementService().executeJob(startTimer().getId());
        night.timePasses("serviceTask_checkReportCorrections")
                .timePasses("serviceTask_openEndedReports")
                .passed("startEvent_openingDue", "endEvent_reportsOpened");
        assertThat(startTimer().getDuedate()).isEqualTo(at("2026-11-24T16:30:00Z"));
    }

    @Test
    void afterAWeekOfDowntimeItStartsOnce() {
        ClockUtil.setCurrentTime(at("2026-11-30T02:00:00Z"));
        processEngine.getManagementService().executeJob(startTimer().getId());
        assertThat(processEngine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .count())
                .isOne();
        assertThat(startTimer().getDuedate()).isEqualTo(at("2026-11-30T16:30:00Z"));
    }

    private Job startTimer() {
        List<Job> waiting =
                processEngine.getManagementService().createJobQuery().timers().list();
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    private static Date at(String moment) {
        return Date.from(Instant.parse(moment));
    }
}

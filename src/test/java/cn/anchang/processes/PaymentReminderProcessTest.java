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

/** 付款提醒: page by page each morning, what letters did not bring in handed on, and a call where no letter arrives. */
@Deployment(resources = "processes/payment-reminder.bpmn")
class PaymentReminderProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("payment-reminder");

    ProcessEngine processEngine;
    private Walk morning;

    @BeforeEach
    void handlersStandBy() {
        ClockUtil.setCurrentTime(at("2026-11-23T02:00:00Z"));
        morning = new Walk(processEngine);
        Mocks.register("reminderCycle", "R/2026-11-22T09:00:00+08:00/P1D");
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
        ClockUtil.reset();
    }

    @Test
    void pageAfterPageUntilNothingIsLeft() {
        morning.begin("payment-reminder", Map.of());
        morning.whenAsked("postReminders", Map.of("moreToRemind", true)).timePasses("serviceTask_postReminders");
        morning.notPassed("endEvent_allReminded");
        morning.whenAsked("postReminders", Map.of("moreToRemind", false)).timePasses("serviceTask_postReminders");

        morning.whenAsked("openArrears", Map.of("moreArrears", true)).timePasses("serviceTask_openArrears");
        morning.notPassed("endEvent_allReminded");
        morning.whenAsked("openArrears", Map.of("moreArrears", false)).timePasses("serviceTask_openArrears");

        morning.passed("endEvent_allReminded");
        assertThat(morning.asked())
                .containsExactly("reminderRunBegun", "postReminders", "postReminders", "openArrears", "openArrears");
    }

    @Test
    void afterAWeekOfDowntimeItRunsOnceAndThenEachMorningAgain() {
        assertThat(startTimer().getDuedate()).isEqualTo(at("2026-11-24T01:00:00Z"));
        ClockUtil.setCurrentTime(at("2026-11-30T02:00:00Z"));
        processEngine.getManagementService().executeJob(startTimer().getId());
        assertThat(processEngine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .count())
                .isOne();
        assertThat(startTimer().getDuedate()).isEqualTo(at("2026-12-01T01:00:00Z"));
    }

    @Test
    void whoCannotBeWrittenToIsCalled() {
        morning.beginByMessage("payment-reminder.call-needed", Map.of("consultant", "chen.xiao"))
                .waitsOnlyAt("userTask_callCustomer");
        assertThat(morning.groupsOf("userTask_callCustomer")).containsExactly("sales");
        assertThat(morning.task("userTask_callCustomer").getAssignee()).isEqualTo("chen.xiao");

        morning.complete("userTask_callCustomer", "customerCalled").passed("endEvent_customerCalled");
    }

    @Test
    void whoHasPaidMeanwhileIsNotCalled() {
        morning.beginByMessage("payment-reminder.call-needed", Map.of("consultant", "chen.xiao"))
                .messageArrives("payment-reminder.call-needless")
                .passed("endEvent_callNeedless")
                .notPassed("endEvent_customerCalled");
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

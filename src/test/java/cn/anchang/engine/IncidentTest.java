package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.testing.ApplicationTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationTest
@RecordApplicationEvents
class IncidentTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ApplicationEvents events;

    /** Throws an error no model of ours catches. */
    public static class Uncaught implements JavaDelegate {
        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
            throw new BpmnError("nobody-catches-this");
        }
    }

    @Test
    void anErrorNobodyCatchesFailsItsJobAndTheIncidentIsSaidAloud() {
        repository
                .createDeployment()
                .addModelInstance(
                        "incident-probe.bpmn",
                        Bpmn.createExecutableProcess("incident-probe")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("serviceTask_fail")
                                .camundaAsyncBefore()
                                .camundaClass(Uncaught.class)
                                .endEvent()
                                .done())
                .deploy();
        String instance = runtime.startProcessInstanceByKey("incident-probe").getId();
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("nobody-catches-this");
        }

        assertThat(events.stream(IncidentRaised.class))
                .singleElement()
                .satisfies(said -> assertThat(said.activityId()).isEqualTo("serviceTask_fail"));
        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isOne();
        runtime.deleteProcessInstance(instance, "test");
    }
}

package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;

/** Walks one case through the diagrams by the ids drawn in them; an id that is drawn nowhere fails instead of passing by. */
final class Walk {

    private static final String CASE = "8c6b7d2e-0a51-4c2f-9a77-1f0d6f0c2b11";

    private final ProcessEngine engine;
    private final StandIns handlers = new StandIns();
    private ProcessInstance instance;

    Walk(ProcessEngine engine) {
        this.engine = engine;
        init(engine);
    }

    /**
     * An engine of its own, in memory, whose jobs run only when a test says so. Fails the test class when its tests together leave a
     * node or a flow of the model unvisited; other deployed models do not count.
     */
    static ProcessEngineCoverageExtension covering(String model, String... others) {
        ProcessEngineConfigurationImpl configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(model);
        configuration.setJdbcUrl("jdbc:h2:mem:" + model);
        configuration.setJobExecutorActivate(false);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        return ProcessEngineCoverageExtension.builder(configuration)
                .excludeProcessDefinitionKeys(others)
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    Walk begin(String process, Map<String, Object> variables) {
        instance = engine.getRuntimeService().startProcessInstanceByKey(process, CASE, variables);
        return this;
    }

    /** Begins it the way nobody fills in a form for. */
    Walk beginByMessage(String message, Map<String, Object> variables) {
        instance = engine.getRuntimeService().startProcessInstanceByMessage(message, CASE, variables);
        return this;
    }

    /** What a handler will leave behind when it is asked. */
    Walk whenAsked(String bean, Map<String, Object> variables) {
        handlers.answer(bean, variables);
        return this;
    }

    /** A person completes the one open task of this id; its handler leaves these variables. */
    Walk complete(String task, String bean, Map<String, Object> variables) {
        handlers.answer(bean, variables);
        int before = handlers.asked().size();
        engine.getTaskService().complete(task(task).getId());
        assertThat(handlers.asked().subList(before, handlers.asked().size())).contains(bean);
        return this;
    }

    Walk complete(String task, String bean) {
        return complete(task, bean, Map.of());
    }

    /** The date a timer waits for has come. */
    Walk timePasses(String timer) {
        engine.getManagementService().executeJob(job(timer).getId());
        return this;
    }

    Walk messageArrives(String message) {
        engine.getRuntimeService().correlateMessage(message, CASE);
        return this;
    }

    /** The case waits at exactly these tasks, timers and event gateways, in whichever of its processes. */
    Walk waitsOnlyAt(String... elements) {
        Arrays.stream(elements).forEach(this::requireDrawn);
        List<String> open =
                engine.getHistoryService().createHistoricActivityInstanceQuery().unfinished().list().stream()
                        .filter(activity -> !List.of(
                                        "callActivity", "subProcess", "multiInstanceBody", "parallelGateway")
                                .contains(activity.getActivityType()))
                        .map(HistoricActivityInstance::getActivityId)
                        .toList();
        assertThat(open).containsExactlyInAnyOrder(elements);
        return this;
    }

    /** No timer of this id is left: nobody will be reminded or cut off by it. */
    Walk noLongerWaitsFor(String timer) {
        requireDrawn(timer);
        assertThat(jobs(timer)).isEmpty();
        return this;
    }

    Walk waitsUntil(String timer, Date date) {
        assertThat(job(timer).getDuedate()).isEqualTo(date);
        return this;
    }

    Walk passed(String... elements) {
        for (String element : elements) {
            assertThat(timesPassed(element)).as(element).isPositive();
        }
        return this;
    }

    Walk notPassed(String... elements) {
        for (String element : elements) {
            assertThat(timesPassed(element)).as(element).isZero();
        }
        return this;
    }

    /** The case ended with this outcome and nothing of it is left running. */
    Walk endsAt(String endEvent) {
        passed(endEvent);
        ProcessEngineTests.assertThat(instance).isEnded();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
        return this;
    }

    /** How often the case went through this element; being cut off there does not count. */
    long timesPassed(String element) {
        requireDrawn(element);
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityId(element)
                .finished()
                .list()
                .stream()
                .filter(activity -> !activity.isCanceled())
                .count();
    }

    /** The one open task of this id, which carries the case's key in called processes too. */
    Task task(String task) {
        requireDrawn(task);
        Task open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(CASE)
                .taskDefinitionKey(task)
                .initializeFormKeys()
                .singleResult();
        assertThat(open).as("open task " + task).isNotNull();
        return open;
    }

    List<String> groupsOf(String task) {
        return engine.getTaskService().getIdentityLinksForTask(task(task).getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .toList();
    }

    Object variable(String name) {
        return engine.getRuntimeService().getVariable(instance.getId(), name);
    }

    List<String> asked() {
        return handlers.asked();
    }

    private Job job(String element) {
        requireDrawn(element);
        assertThat(jobs(element)).as("jobs of " + element).hasSize(1);
        return jobs(element).get(0);
    }

    private List<Job> jobs(String element) {
        return engine.getManagementService()
                .createJobQuery()
                .activityId(element)
                .list();
    }

    private void requireDrawn(String element) {
        List<ProcessDefinition> deployed =
                engine.getRepositoryService().createProcessDefinitionQuery().list();
        boolean drawn = deployed.stream()
                .anyMatch(definition -> engine.getRepositoryService()
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementById(element)
                        != null);
        assertThat(drawn).as(element + " is drawn somewhere").isTrue();
    }
}

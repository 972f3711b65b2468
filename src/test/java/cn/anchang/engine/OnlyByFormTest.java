package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import cn.anchang.testing.TestProcesses;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class OnlyByFormTest {

    private static final String ENGINE = TasklistSession.ENGINE;

    @LocalServerPort
    int port;

    @Autowired
    TestProcesses processes;

    @Autowired
    RuntimeService runtime;

    private final String businessKey = UUID.randomUUID().toString();
    private final Map<String, Object> form = Map.of("note", businessKey, "refuse", false);
    private TasklistSession chenXiao;
    private OpenTask task;

    @BeforeEach
    void aTaskAssignedToChenXiao() {
        processes.deploy(TestProcesses.REFUSAL, List.of("try.html"), "sales");
        runtime.startProcessInstanceByKey(TestProcesses.REFUSAL, businessKey, Map.of("consultant", "chen.xiao"));
        chenXiao = TasklistSession.of(port, "chen.xiao");
        task = chenXiao.taskOf(businessKey, "userTask_try");
    }

    @Test
    void aStepMovesByItsFormAndByNothingElse() {
        ObjectNode more = TasklistSession.submission(form);
        ((ObjectNode) more.path("variables"))
                .putObject("depositForfeited")
                .put("value", true)
                .put("type", "Boolean");
        ObjectNode kept = TasklistSession.submission(form);
        ((ObjectNode) kept.path("variables").path("form").path("valueInfo")).put("transient", false);

        Map<String, Answer> attempts = new LinkedHashMap<>();
        attempts.put(
                "another variable in the form", chenXiao.post(ENGINE + "/task/" + task.id() + "/submit-form", more));
        attempts.put(
                "another variable on completing", chenXiao.post(ENGINE + "/task/" + task.id() + "/complete", more));
        attempts.put(
                "a form the engine would keep", chenXiao.post(ENGINE + "/task/" + task.id() + "/submit-form", kept));
        attempts.put(
                "an error by hand",
                chenXiao.post(ENGINE + "/task/" + task.id() + "/bpmnError", Map.of("errorCode", "deposit-forfeited")));
        attempts.put(
                "an escalation by hand",
                chenXiao.post(ENGINE + "/task/" + task.id() + "/bpmnEscalation", Map.of("escalationCode", "x")));
        attempts.put("resolving", chenXiao.post(ENGINE + "/task/" + task.id() + "/resolve", Map.of()));
        attempts.put(
                "delegating", chenXiao.post(ENGINE + "/task/" + task.id() + "/delegate", Map.of("userId", "lin.jia")));
        attempts.put(
                "a start in the middle",
                chenXiao.post(
                        ENGINE + "/process-definition/key/" + TestProcesses.REFUSAL + "/start",
                        Map.of(
                                "startInstructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "userTask_pay")))));
        attempts.put(
                "a start with variables",
                chenXiao.post(
                        ENGINE + "/process-definition/key/" + TestProcesses.REFUSAL + "/start",
                        Map.of("variables", Map.of("consultant", Map.of("value", "lin.jia")))));
        attempts.put(
                "a start under a business key of one's own",
                chenXiao.post(
                        ENGINE + "/process-definition/key/" + TestProcesses.REFUSAL + "/submit-form",
                        Map.of("businessKey", businessKey, "variables", Map.of())));

        attempts.forEach((attempt, answer) -> {
            assertThat(answer.status()).as("%s → %s", attempt, answer.text()).isEqualTo(422);
            assertThat(answer.message()).as(attempt).startsWith("此步骤只能通过它的表单办理");
        });
        assertThat(chenXiao.taskOf(businessKey, "userTask_try").id()).isEqualTo(task.id());
    }

    @Test
    void nobodyOfTheSiteChangesVariablesOrMovesTheCaseByHand() {
        String instance = task.processInstanceId();
        Map<String, Answer> attempts = new LinkedHashMap<>();
        attempts.put(
                "a variable of the task",
                chenXiao.put(
                        ENGINE + "/task/" + task.id() + "/variables/consultant",
                        Map.of("value", "lin.jia", "type", "String")));
        attempts.put(
                "a local variable of the task",
                chenXiao.put(
                        ENGINE + "/task/" + task.id() + "/localVariables/customerName",
                        Map.of("value", "x", "type", "String")));
        attempts.put(
                "a variable of the case",
                chenXiao.put(
                        ENGINE + "/process-instance/" + instance + "/variables/consultant",
                        Map.of("value", "lin.jia", "type", "String")));
        attempts.put(
                "another due date",
                chenXiao.put(ENGINE + "/task/" + task.id(), Map.of("due", "2036-01-01T00:00:00.000+0800")));
        attempts.put(
                "a message",
                chenXiao.post(
                        ENGINE + "/message",
                        Map.of("messageName", "sales-case.customer-returned", "processInstanceId", instance)));
        attempts.put(
                "a modification",
                chenXiao.post(
                        ENGINE + "/process-instance/" + instance + "/modification",
                        Map.of(
                                "instructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "endEvent_done")))));
        attempts.put("deleting the case", chenXiao.delete(ENGINE + "/process-instance/" + instance));
        attempts.put("deleting the task", chenXiao.delete(ENGINE + "/task/" + task.id()));
        attempts.put("a task of one's own", chenXiao.post(ENGINE + "/task/create", Map.of("name", "x")));

        attempts.forEach((attempt, answer) -> assertThat(answer.status())
                .as("%s → %s", attempt, answer.text())
                .isIn(400, 403, 404, 500));
        assertThat(runtime.getVariable(instance, "consultant")).isEqualTo("chen.xiao");
        assertThat(chenXiao.taskOf(businessKey, "userTask_try").id()).isEqualTo(task.id());
    }
}

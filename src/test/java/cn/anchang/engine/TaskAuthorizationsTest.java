package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.OpenTask;
import cn.anchang.testing.TestProcesses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class TaskAuthorizationsTest {

    private static final String ENGINE = TasklistSession.ENGINE;

    @LocalServerPort
    int port;

    @Autowired
    TestProcesses processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private final String businessKey = UUID.randomUUID().toString();
    private TasklistSession chenXiao;
    private TasklistSession linJia;
    private TasklistSession zhaoMing;
    private OpenTask task;

    @BeforeEach
    void aTaskAssignedToChenXiao() {
        processes.deploy(TestProcesses.REFUSAL, List.of("try.html"));
        runtime.startProcessInstanceByKey(
                TestProcesses.REFUSAL,
                businessKey,
                Map.of("consultant", "chen.xiao", "customerName", "王*明", "unitNo", "1-1201"));
        chenXiao = TasklistSession.of(port, "chen.xiao");
        linJia = TasklistSession.of(port, "lin.jia");
        zhaoMing = TasklistSession.of(port, "zhao.ming");
        task = chenXiao.taskOf(businessKey, "userTask_try");
    }

    @Test
    void aColleagueFindsItInNoListAndByNoId() {
        assertNoTraceFor(linJia);
    }

    @Test
    void theSiteManagerReadsItButDoesNotDoIt() {
        assertThat(zhaoMing.tasksOf(businessKey)).hasSize(1);
        assertThat(zhaoMing.get(ENGINE + "/task/" + task.id() + "/variables")
                        .json()
                        .path("customerName")
                        .path("value")
                        .asText())
                .isEqualTo("王*明");
        assertThat(zhaoMing.submitForm(task.id(), Map.of("note", businessKey, "refuse", false))
                        .status())
                .isEqualTo(403);
        assertThat(zhaoMing.claim(task.id()).status()).isEqualTo(403);
    }

    @Test
    void reassignedItIsTheColleaguesAlone() {
        assertThat(zhaoMing.assign(task.id(), "lin.jia").status()).isEqualTo(204);

        assertThat(linJia.tasksOf(businessKey)).extracting(OpenTask::assignee).containsExactly("lin.jia");
        assertNoTraceFor(chenXiao);
        assertThat(zhaoMing.tasksOf(businessKey)).hasSize(1);

        assertThat(zhaoMing.assign(task.id(), "chen.xiao").status()).isEqualTo(204);
        assertThat(chenXiao.tasksOf(businessKey)).hasSize(1);
        assertNoTraceFor(linJia);
    }

    @Test
    void withoutAnAssigneeItIsTheGroupsUntilSomebodyClaimsIt() {
        tasks.setAssignee(task.id(), null);

        assertThat(linJia.tasksOf(businessKey)).hasSize(1);
        assertThat(chenXiao.tasksOf(businessKey)).hasSize(1);

        assertThat(linJia.claim(task.id()).status()).isEqualTo(204);
        assertNoTraceFor(chenXiao);
        assertThat(linJia.submitForm(task.id(), Map.of("note", businessKey, "refuse", false))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theConsultantGivesItToNobodyAndPutsItBackForNobody() {
        assertThat(chenXiao.assign(task.id(), "lin.jia").status()).isEqualTo(403);
        assertThat(chenXiao.post(ENGINE + "/task/" + task.id() + "/unclaim", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void inAnotherDepartmentTheGroupKeepsItsTasks() {
        chenXiao.submitForm(task.id(), Map.of("note", businessKey, "refuse", false));
        TasklistSession qianHui = TasklistSession.of(port, "qian.hui");
        OpenTask pay = qianHui.taskOf(businessKey, "userTask_pay");

        assertThat(qianHui.claim(pay.id()).status()).isEqualTo(204);
        assertThat(qianHui.post(ENGINE + "/task/" + pay.id() + "/unclaim", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(qianHui.taskOf(businessKey, "userTask_pay").assignee()).isNull();
        for (String other : List.of("chen.xiao", "zhao.ming", "sun.li", "shen.yi")) {
            assertThat(TasklistSession.of(port, other).tasksOf(businessKey))
                    .as(other)
                    .isEmpty();
        }
    }

    private void assertNoTraceFor(TasklistSession colleague) {
        String id = task.id();
        String instance = task.processInstanceId();
        assertThat(colleague.tasksOf(businessKey)).isEmpty();
        assertThat(colleague.tasks()).extracting(OpenTask::id).doesNotContain(id);
        assertThat(colleague
                        .get(ENGINE + "/task/count?processInstanceBusinessKey=" + businessKey)
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(colleague
                        .post(
                                ENGINE + "/task",
                                Map.of(
                                        "processVariables",
                                        List.of(Map.of("name", "unitNo", "operator", "eq", "value", "1-1201"))))
                        .text())
                .doesNotContain(id);
        for (String part : List.of(
                "",
                "/form",
                "/form-variables",
                "/variables",
                "/localVariables",
                "/identity-links",
                "/comment",
                "/attachment",
                "/deployed-form",
                "/variables/customerName")) {
            var answer = colleague.get(ENGINE + "/task/" + id + part);
            assertThat(answer.status()).as("%s → %s", part, answer.text()).isIn(401, 403, 404);
        }
        for (String list : List.of(
                "/variable-instance?taskIdIn=" + id,
                "/variable-instance?processInstanceIdIn=" + instance,
                "/process-instance?businessKey=" + businessKey,
                "/execution?processInstanceId=" + instance,
                "/history/task?taskId=" + id,
                "/history/variable-instance?processInstanceId=" + instance,
                "/history/process-instance?processInstanceBusinessKey=" + businessKey,
                "/history/activity-instance?processInstanceId=" + instance,
                "/history/detail?processInstanceId=" + instance,
                "/history/identity-link-log?taskId=" + id,
                "/history/user-operation?taskId=" + id)) {
            var answer = colleague.get(ENGINE + list);
            assertThat(answer.text()).as(list).doesNotContain("王").doesNotContain("1-1201");
            if (answer.isOk()) {
                assertThat(answer.json()).as("%s → %s", list, answer.text()).isEmpty();
            } else {
                assertThat(answer.status()).as(list).isIn(401, 403, 404);
            }
        }
        for (String one : List.of(
                "/process-instance/" + instance,
                "/process-instance/" + instance + "/variables",
                "/process-instance/" + instance + "/activity-instances",
                "/history/process-instance/" + instance,
                "/execution/" + instance + "/localVariables")) {
            assertThat(colleague.get(ENGINE + one).status()).as(one).isIn(403, 404);
        }
        for (var filter : colleague.get(ENGINE + "/filter?resourceType=Task").json()) {
            assertThat(colleague
                            .get(ENGINE + "/filter/" + filter.path("id").asText() + "/list")
                            .text())
                    .doesNotContain(id);
            assertThat(colleague
                            .get(ENGINE + "/filter/" + filter.path("id").asText() + "/list", "application/hal+json")
                            .text())
                    .doesNotContain(id);
        }
        assertThat(colleague.claim(id).status()).isIn(403, 409);
        assertThat(colleague.assign(id, colleague.userId()).status()).isIn(403, 409);
        assertThat(colleague
                        .submitForm(id, Map.of("note", businessKey, "refuse", false))
                        .status())
                .isIn(403, 409);
        assertThat(colleague
                        .post(ENGINE + "/task/" + id + "/comment/create", Map.of("message", "x"))
                        .status())
                .isIn(400, 403, 404);
    }
}

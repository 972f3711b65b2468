package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Refusals;
import cn.anchang.shared.Refused;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import cn.anchang.testing.TestProcesses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplicationTest
class RefusalTest {

    @LocalServerPort
    int port;

    @Autowired
    TestProcesses processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Refusals refusals;

    @Autowired
    IdentityService identity;

    @Autowired
    ObjectProvider<IdentityService> identities;

    @Autowired
    ObjectProvider<TaskService> tasks;

    private final String businessKey = UUID.randomUUID().toString();
    private TasklistSession chenXiao;

    @BeforeEach
    void aCaseWithOneTaskOfChenXiao() {
        processes.deploy(TestProcesses.REFUSAL, List.of("try.html"));
        runtime.startProcessInstanceByKey(TestProcesses.REFUSAL, businessKey, Map.of("consultant", "chen.xiao"));
        chenXiao = TasklistSession.of(port, "chen.xiao");
    }

    @Test
    void aNoOfTheDeskArrivesAsItWasSaidAndNothingIsWritten() {
        OpenTask task = chenXiao.taskOf(businessKey, "userTask_try");

        Answer no = chenXiao.submitForm(task.id(), Map.of("note", businessKey, "refuse", true));

        assertThat(no.status()).isEqualTo(422);
        assertThat(no.json().path("type").asText()).isEqualTo("Refused");
        assertThat(no.message()).isEqualTo(TestProcesses.SENTENCE);
        assertThat(chenXiao.taskOf(businessKey, "userTask_try").id()).isEqualTo(task.id());
        assertThat(notes()).isZero();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task.processInstanceId())
                        .variableName("form")
                        .count())
                .isZero();
    }

    @Test
    void aYesMovesTheStepAndLeavesNothingOfTheFormBehind() {
        OpenTask task = chenXiao.taskOf(businessKey, "userTask_try");

        Answer yes = chenXiao.submitForm(task.id(), Map.of("note", businessKey, "refuse", false));

        assertThat(yes.status()).as(yes.text()).isEqualTo(204);
        assertThat(notes()).isOne();
        assertThat(TasklistSession.of(port, "qian.hui")
                        .taskOf(businessKey, "userTask_pay")
                        .name())
                .isEqualTo("收一次款");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task.processInstanceId())
                        .variableName("form")
                        .count())
                .isZero();
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_hi_detail where name_ = 'form' and proc_inst_id_ = ?",
                        Integer.class,
                        task.processInstanceId()))
                .isZero();
    }

    @Test
    void aClickThatCameTooLateIsToldSo() {
        OpenTask task = chenXiao.taskOf(businessKey, "userTask_try");
        chenXiao.submitForm(task.id(), Map.of("note", businessKey, "refuse", false));

        Answer late = chenXiao.submitForm(task.id(), Map.of("note", businessKey + "again", "refuse", false));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.message()).isEqualTo("刚刚有人推进了此单，请刷新任务列表后再看。");
    }

    /** Of two at once the second may find the task, and a moment later neither its variables nor a right to it. */
    @Test
    void whateverIsMissingOfATaskThatIsGoneWasAClickTooLate() {
        OpenTask task = chenXiao.taskOf(businessKey, "userTask_try");
        RefusalInterceptor interceptor = new RefusalInterceptor(refusals, identities, tasks);
        SubmitTaskFormCmd click = new SubmitTaskFormCmd(task.id(), Map.of(), false, false);
        List<RuntimeException> troubles = List.of(
                new AuthorizationException(
                        "chen.xiao", new MissingAuthorization("TASK_WORK", Resources.TASK.resourceName(), task.id())),
                new ProcessEngineException(new IllegalStateException("Variable matterId has no value")));
        identity.setAuthenticatedUserId("chen.xiao");
        try {
            for (RuntimeException trouble : troubles) {
                interceptor.setNext(failing(trouble));
                assertThatThrownBy(() -> interceptor.execute(click)).isSameAs(trouble);
            }
            chenXiao.submitForm(task.id(), Map.of("note", businessKey, "refuse", false));
            for (RuntimeException trouble : troubles) {
                interceptor.setNext(failing(trouble));
                assertThatThrownBy(() -> interceptor.execute(click))
                        .isInstanceOf(Refused.class)
                        .hasMessageStartingWith("刚刚有人推进了此单");
            }
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("chen.xiao");
        } finally {
            identity.clearAuthentication();
        }
        interceptor.setNext(failing(troubles.get(1)));
        assertThatThrownBy(() -> interceptor.execute(click))
                .as("a job is not told, but tried again")
                .isSameAs(troubles.get(1));
    }

    private static CommandInterceptor failing(RuntimeException trouble) {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                throw trouble;
            }
        };
    }

    @Test
    void aTaskClaimedByAColleagueIsNotClaimedTwice() {
        OpenTask task = chenXiao.taskOf(businessKey, "userTask_try");
        chenXiao.submitForm(task.id(), Map.of("note", businessKey, "refuse", false));
        TasklistSession qianHui = TasklistSession.of(port, "qian.hui");
        OpenTask pay = qianHui.taskOf(businessKey, "userTask_pay");
        assertThat(qianHui.claim(pay.id()).status()).isEqualTo(204);

        Answer second = TasklistSession.of(port, "xu.qiang").claim(pay.id());

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.message()).startsWith("此任务刚刚已被同事领取");
    }

    @Test
    void whatIsNotOursToSeeOrDoIsSaidInChinese() {
        OpenTask task = chenXiao.taskOf(businessKey, "userTask_try");
        TasklistSession zhaoMing = TasklistSession.of(port, "zhao.ming");

        assertThat(zhaoMing.submitForm(task.id(), Map.of("note", "x", "refuse", false))
                        .message())
                .startsWith("您没有权限进行此操作");
        assertThat(TasklistSession.of(port, "lin.jia")
                        .get(TasklistSession.ENGINE + "/task/" + task.id())
                        .message())
                .startsWith("此任务已办结，或不由您办理");
    }

    @Test
    void aFailureOfOursShowsNothingOfItsInside() {
        OpenTask task = chenXiao.taskOf(businessKey, "userTask_try");
        chenXiao.submitForm(task.id(), Map.of("note", businessKey, "refuse", false));
        TasklistSession qianHui = TasklistSession.of(port, "qian.hui");
        OpenTask pay = qianHui.taskOf(businessKey, "userTask_pay");

        Answer failure = qianHui.submitForm(pay.id(), Map.of("note", businessKey, "refuse", false));

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.text()).contains("系统出错，本次填写没有保存").doesNotContain("duplicate", "spike_notes", "ENGINE-");
        assertThat(qianHui.taskOf(businessKey, "userTask_pay").id()).isEqualTo(pay.id());
    }

    @Test
    void garbageIsRefusedAsAFormAndNotAsAnError() {
        OpenTask task = chenXiao.taskOf(businessKey, "userTask_try");

        for (Object garbage : List.of(
                "[1,2]",
                "\"text\"",
                "{\"note\":{}}",
                "{\"unknown\":1}",
                "{\"note\":\"a\\u0000b\",\"refuse\":false}",
                "null")) {
            Answer no = chenXiao.submitForm(task.id(), garbage);
            assertThat(no.status()).as("%s → %s", garbage, no.text()).isEqualTo(422);
            assertThat(no.message()).startsWith("表单内容不完整或有误");
        }
        assertThat(chenXiao.post(TasklistSession.ENGINE + "/task/" + task.id() + "/complete", Map.of())
                        .message())
                .startsWith("表单内容不完整或有误");
    }

    private int notes() {
        return jdbc.queryForObject("select count(*) from sales.spike_notes where note = ?", Integer.class, businessKey);
    }
}

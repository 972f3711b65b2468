package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Refused;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** CVE-2026-109432: whoever was signed in could have the server evaluate an expression by asking for tasks. */
@ApplicationTest
class QueryGuardTest {

    private static final String EXPRESSION = "${evaluations.incrementAndGet().toString()}";
    private static final String NO = "查询中不能使用表达式，请改用固定的查询条件。";

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    AtomicInteger evaluations;

    /** The control: without our guard the very same question does evaluate, so that the tests below would fail. */
    @Test
    void theEngineFromTheBoxEvaluatesWhatStandsInANestedQuery() {
        AtomicInteger evaluated = new AtomicInteger();
        StandaloneInMemProcessEngineConfiguration box = new StandaloneInMemProcessEngineConfiguration();
        box.setJdbcUrl("jdbc:h2:mem:from-the-box");
        box.setProcessEngineName("fromTheBox");
        box.setEnforceHistoryTimeToLive(false);
        Map<Object, Object> beans = new HashMap<>();
        beans.put("evaluations", evaluated);
        box.setBeans(beans);
        ProcessEngine engine = box.buildProcessEngine();
        try {
            engine.getTaskService()
                    .createTaskQuery()
                    .or()
                    .taskAssigneeExpression(EXPRESSION)
                    .endOr()
                    .list();
        } finally {
            engine.close();
        }
        assertThat(evaluated).hasPositiveValue();
    }

    @Test
    void nobodyHasAnExpressionEvaluatedByAskingForTasks() {
        evaluations.set(0);
        TasklistSession chenXiao = TasklistSession.of(port, "chen.xiao");

        for (String path : List.of(TasklistSession.ENGINE + "/task", TasklistSession.ENGINE + "/task/count")) {
            for (Map<String, Object> question : List.<Map<String, Object>>of(
                    Map.of("assigneeExpression", EXPRESSION),
                    Map.of("orQueries", List.of(Map.of("assigneeExpression", EXPRESSION))),
                    Map.of("orQueries", List.of(Map.of("processInstanceBusinessKeyExpression", EXPRESSION))),
                    Map.of(
                            "orQueries",
                            List.of(Map.of("candidateGroupsExpression", EXPRESSION), Map.of("name", "x"))))) {
                Answer answer = chenXiao.post(path, question);
                assertThat(answer.status())
                        .as("%s %s → %s", path, question, answer.text())
                        .isEqualTo(422);
                assertThat(answer.message()).isEqualTo(NO);
            }
        }
        assertThat(evaluations).hasValue(0);
    }

    @Test
    void anOrdinaryNestedQueryIsAnswered() {
        Answer answer = TasklistSession.of(port, "chen.xiao")
                .post(
                        TasklistSession.ENGINE + "/task",
                        Map.of("orQueries", List.of(Map.of("name", "x"), Map.of("assignee", "y"))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void aReadyFilterIsNotExtendedByAnExpression() {
        evaluations.set(0);
        TasklistSession chenXiao = TasklistSession.of(port, "chen.xiao");
        String mine =
                filters.createFilterQuery().filterName("我的任务").singleResult().getId();

        for (String question : List.of("list", "count", "singleResult")) {
            for (Map<String, Object> extension : List.<Map<String, Object>>of(
                    Map.of("assigneeExpression", EXPRESSION),
                    Map.of("orQueries", List.of(Map.of("assigneeExpression", EXPRESSION))))) {
                Answer answer = chenXiao.post(TasklistSession.ENGINE + "/filter/" + mine + "/" + question, extension);
                assertThat(answer.status())
                        .as("%s → %s", question, answer.text())
                        .isEqualTo(422);
                assertThat(answer.message()).isEqualTo(NO);
            }
        }
        assertThat(evaluations).hasValue(0);
        assertThat(chenXiao.get(TasklistSession.ENGINE + "/filter/" + mine + "/list")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void noPersonStoresAnExpressionNotEvenAnAdministrator() {
        TasklistSession xuQiang = TasklistSession.of(port, "xu.qiang");
        String mine =
                filters.createFilterQuery().filterName("我的任务").singleResult().getId();
        Map<String, Object> nested =
                filter("mine too", Map.of("orQueries", List.of(Map.of("assigneeExpression", EXPRESSION))));

        for (Answer answer : List.of(
                xuQiang.post(TasklistSession.ENGINE + "/filter/create", nested),
                xuQiang.post(
                        TasklistSession.ENGINE + "/filter/create",
                        filter("mine too", Map.of("assigneeExpression", "${currentUser()}"))),
                xuQiang.put(TasklistSession.ENGINE + "/filter/" + mine, nested))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.message()).isEqualTo(NO);
        }
        assertThat(TasklistSession.of(port, "chen.xiao")
                        .post(TasklistSession.ENGINE + "/filter/create", filter("mine", Map.of()))
                        .status())
                .isEqualTo(403);
        assertThat(filters.createFilterQuery().filterName("mine too").count()).isZero();
    }

    @Test
    void aFilterThatCameIntoTheDatabaseAnotherWayIsNotRun() {
        evaluations.set(0);
        Filter harmless = filters.newTaskFilter("smuggled").setQuery(new TaskQueryImpl().taskName("x"));
        filters.saveFilter(harmless);
        jdbc.update(
                "update act_ru_filter set query_ = ? where id_ = ?",
                "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}".formatted(EXPRESSION),
                harmless.getId());
        try {
            assertThatThrownBy(() -> filters.list(harmless.getId()))
                    .isInstanceOf(Refused.class)
                    .hasMessage(NO);
            assertThat(TasklistSession.of(port, "chen.xiao")
                            .get(TasklistSession.ENGINE + "/filter/" + harmless.getId() + "/list")
                            .status())
                    .isEqualTo(422);
            assertThat(evaluations).hasValue(0);
        } finally {
            filters.deleteFilter(harmless.getId());
        }
    }

    private static Map<String, Object> filter(String name, Map<String, Object> query) {
        return Map.of("resourceType", "Task", "name", name, "query", query, "properties", Map.of());
    }
}

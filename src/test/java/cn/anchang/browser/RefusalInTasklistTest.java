package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestProcesses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@BrowserTest
class RefusalInTasklistTest {

    @LocalServerPort
    int port;

    @Autowired
    TestProcesses processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    private final String businessKey = UUID.randomUUID().toString();

    @BeforeEach
    void aCaseWithOneTaskOfChenXiao() {
        processes.deploy(TestProcesses.REFUSAL, List.of("try.html"));
        runtime.startProcessInstanceByKey(TestProcesses.REFUSAL, businessKey, Map.of("consultant", "chen.xiao"));
    }

    @Test
    void aNoOfTheDeskReadsAsOneChineseSentenceAndTheTaskStaysOpen(Browser chenXiao) {
        String task = TasklistSession.of(port, "chen.xiao")
                .taskOf(businessKey, "userTask_try")
                .id();
        chenXiao.signIn("chen.xiao").openTask(task);
        chenXiao.type("#spike-note", "不 " + businessKey);
        chenXiao.complete();

        chenXiao.see(".notifications .alert, [notifications-panel] .alert");
        chenXiao.picture("refusal-in-tasklist");
        List<String> said = chenXiao.all(".notifications .alert, [notifications-panel] .alert").stream()
                .map(alert -> alert.getText().replaceAll("[×\\s]+", " ").strip())
                .toList();

        assertThat(said).hasSize(1);
        assertThat(said.get(0)).contains(TestProcesses.SENTENCE.replaceAll("\\s+", " "));
        assertThat(said.get(0)).doesNotContain("Cannot submit", "ENGINE-", "Exception", "422", "Refused");
        assertThat(chenXiao.see("#spike-note").getDomProperty("value")).startsWith("不");
        assertThat(TasklistSession.of(port, "chen.xiao")
                        .taskOf(businessKey, "userTask_try")
                        .id())
                .isEqualTo(task);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.spike_notes where note like ?", Integer.class, "%" + businessKey))
                .isZero();

        chenXiao.type("#spike-note", "可以 " + businessKey);
        chenXiao.complete();
        chenXiao.until(
                "the next step is open",
                driver -> TasklistSession.of(port, "qian.hui")
                                .tasksOf(businessKey)
                                .size()
                        == 1);
    }
}

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class PersonalTasksInTasklistTest {

    @LocalServerPort
    int port;

    @Autowired
    TestProcesses processes;

    @Autowired
    RuntimeService runtime;

    @Test
    void aConsultantsTaskIsSeenByThemAndTheSiteManagerAlone(Browser chenXiao, Browser linJia, Browser zhaoMing) {
        processes.deploy(TestProcesses.REFUSAL, List.of("try.html"));
        String customer = "王*" + UUID.randomUUID().toString().substring(0, 4);
        String businessKey = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey(
                TestProcesses.REFUSAL,
                businessKey,
                Map.of("consultant", "chen.xiao", "customerName", customer, "unitNo", "1-1201"));
        String task = TasklistSession.of(port, "chen.xiao")
                .taskOf(businessKey, "userTask_try")
                .id();

        chenXiao.signIn("chen.xiao")
                .openTask(task)
                .clickText("全部")
                .seeText(customer)
                .seeText("1-1201");
        chenXiao.picture("task-of-the-consultant");

        linJia.signIn("lin.jia").go("/camunda/app/tasklist/default/#/?task=" + task);
        linJia.clickText("全部").seeText("我的任务");
        linJia.until(
                "the list has loaded",
                driver -> !linJia.all(".tasks-list, .task-list, [cam-tasks]").isEmpty());
        linJia.picture("the-colleague-sees-nothing");
        assertThat(linJia.pageText())
                .doesNotContain(customer)
                .doesNotContain("1-1201")
                .doesNotContain("试办一次");

        zhaoMing.signIn("zhao.ming").openTask(task).clickText("全部").seeText(customer);
        zhaoMing.picture("the-site-manager-sees-it");
        assertThat(TasklistSession.of(port, "zhao.ming").assign(task, "lin.jia").status())
                .isEqualTo(204);

        linJia.go("/camunda/app/tasklist/default/#/").driver().navigate().refresh();
        linJia.clickText("全部").seeText(customer);
        chenXiao.go("/camunda/app/tasklist/default/#/").driver().navigate().refresh();
        chenXiao.clickText("全部").seeText("我的任务");
        assertThat(chenXiao.pageText()).doesNotContain(customer);
    }
}

package cn.anchang.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.mail.Delivery;
import cn.anchang.mail.Letter;
import cn.anchang.mail.Outbox;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sample's letters can be read where they were caught. */
@ApplicationTest
class MailboxPageTest {

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    Delivery delivery;

    @Test
    void aLetterIsReadAsItWasWrittenTheLatestFirst() {
        String about = UUID.randomUUID().toString();
        outbox.post(new Letter("wu.zong@anchang.example", "先 " + about, "第一封", about));
        delivery.deliverDue();
        outbox.post(new Letter("wu.zong@anchang.example", "后 " + about, "指标  <b>本期</b>\n来访  3", about));
        delivery.deliverDue();

        String page = TasklistSession.of(port, "wu.zong").get("/sample/mailbox").text();

        assertThat(page)
                .contains("wu.zong@anchang.example", "指标  &lt;b&gt;本期&lt;/b&gt;", "来访  3")
                .containsSubsequence("后 " + about, "先 " + about);
        assertThat(TasklistSession.of(port, "wu.zong").get("/").text()).contains("href=\"/sample/mailbox\"", "示例邮箱");
    }
}

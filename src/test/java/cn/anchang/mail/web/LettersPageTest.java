package cn.anchang.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.mail.Delivery;
import cn.anchang.mail.Letter;
import cn.anchang.mail.LetterState;
import cn.anchang.mail.Outbox;
import cn.anchang.sample.SampleMailbox;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Letters of the running application: caught in the house, and seen to have left. */
@ApplicationTest
class LettersPageTest {

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    Delivery delivery;

    @Autowired
    SampleMailbox mailbox;

    @Autowired
    JdbcTemplate jdbc;

    private final String about = UUID.randomUUID().toString();

    @Test
    void aLetterIsCaughtInTheHouseAndSeenToHaveLeft() throws MessagingException {
        outbox.post(new Letter("chen.xiao@anchang.example", "<b>请签约</b> " + about, "正文不在页面上", about));
        outbox.post(new Letter("没有地址", "请备案 " + about, "文", about));
        delivery.deliverDue();

        assertThat(outbox.about(about))
                .extracting(letter -> letter.state())
                .containsExactlyInAnyOrder(LetterState.SENT, LetterState.FAILED);
        assertThat(mailbox.caught()).extracting(message -> message.getSubject()).contains("<b>请签约</b> " + about);
        String page = TasklistSession.of(port, "xu.qiang").get("/letters").text();
        assertThat(page)
                .contains("&lt;b&gt;请签约&lt;/b&gt; " + about, "已发送", "发送失败", "收件地址不是有效的邮箱地址")
                .doesNotContain("正文不在页面上", "还没有配置邮件服务器");
    }

    @Test
    void aMailServerThatTakesNothingIsToldToThoseWhoRunTheSiteAndItsMachines() {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.mail_server_troubles (id, since, last_words, letters_waiting)"
                        + " values (?, now(), '<i>connection refused</i>', 3)",
                id);
        try {
            for (String told : List.of("zhao.ming", "xu.qiang")) {
                TasklistSession session = TasklistSession.of(port, told);
                assertThat(session.get("/letters").text())
                        .contains("起不收信", "&lt;i&gt;connection refused&lt;/i&gt;", "尚未恢复");
                assertThat(session.get("/").text()).contains("起不收信", "href=\"/letters\"");
            }
            assertThat(TasklistSession.of(port, "chen.xiao").get("/").text()).doesNotContain("起不收信");
        } finally {
            jdbc.update("delete from sales.mail_server_troubles where id = ?", id);
        }
        assertThat(TasklistSession.of(port, "xu.qiang").get("/").text()).doesNotContain("起不收信");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chen.xiao",
                "qian.hui",
                "wu.zong",
                "sun.li",
                "zhou.kai",
                "zheng.fang",
                "feng.tao",
                "jiang.bo",
                "han.mei",
                "shen.yi"
            })
    void everybodyElseIsTurnedAway(String userId) {
        assertThat(TasklistSession.of(port, userId).get("/letters").status()).isEqualTo(403);
    }

    @Test
    void theSiteManagerMayLook() {
        assertThat(TasklistSession.of(port, "zhao.ming").get("/letters").status())
                .isEqualTo(200);
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.mail.Delivery;
import cn.anchang.notice.NoticeSweep;
import cn.anchang.notice.Occasion;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import cn.anchang.testing.TestNotes.Item;
import cn.anchang.testing.TestNotes.Note;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 提醒: who is told of what, once; where each wants to be told; and that it ends with what it was about. */
class NoticesJourneyTest extends JourneyTest {

    @Autowired
    NoticeSweep sweep;

    @Autowired
    TaskService tasks;

    @Autowired
    Delivery delivery;

    @Autowired
    GreenMail catcher;

    @Test
    void aTaskGivenToAColleagueIsToldToThatColleagueAloneAndEndsWithIt() {
        Sale sale = sale().visited();
        OpenTask task = at(CHEN).taskOf(sale.key(), "userTask_negotiate");
        assertThat(toldOf(task)).as("one's own step is no news").isEmpty();

        int before = bell(LIN);
        accepted(at(MANAGER).assign(task.id(), LIN));
        assertThat(toldOf(task)).containsExactly("lin.jia ASSIGNED unread");
        assertThat(words(task))
                .contains("洽谈客户", "由赵明转来")
                .doesNotContain(sale.person().name());
        assertThat(bell(LIN)).isEqualTo(before + 1);
        UUID notice = idOf(task, LIN);
        assertThat(at(LIN).get("/notices").text()).contains("/notices/" + notice, "由赵明转来");
        assertThat(at(CHEN).get("/notices").text()).doesNotContain(notice.toString());
        assertThat(at(CHEN).get("/notices/" + notice).status()).isEqualTo(404);

        assertThat(at(LIN).submitForm(task.id(), Map.of("outcome", "lost")).isOk())
                .isFalse();
        assertThat(toldOf(task)).as("refused, so nothing is over").containsExactly("lin.jia ASSIGNED unread");

        accepted(at(MANAGER).assign(task.id(), CHEN));
        assertThat(toldOf(task)).containsExactly("chen.xiao ASSIGNED unread");
        accepted(at(MANAGER).assign(task.id(), LIN));
        assertThat(toldOf(task)).as("it came back: news again").containsExactly("lin.jia ASSIGNED unread");

        Answer followed = at(LIN).get("/notices/" + idOf(task, LIN));
        assertThat(followed.status()).isIn(302, 303);
        assertThat(followed.location()).endsWith("/camunda/app/tasklist/default/#/?task=" + task.id());
        assertThat(toldOf(task)).containsExactly("lin.jia ASSIGNED read");

        accepted(at(MANAGER).assign(task.id(), CHEN));
        accepted(sale.talk("userTask_negotiate", Map.of("outcome", "intent", "grade", "A")));
        assertThat(toldOf(task)).containsExactly("chen.xiao ASSIGNED settled");
        assertThat(at(CHEN).get("/notices/" + idOf(task, CHEN)).location()).endsWith("/notices");
        assertThat(at(CHEN).get("/notices").text()).contains("这件事已经办结");
    }

    @Test
    void aDayThatIsNearIsToldOnceHoweverManyLookAndAgainWhenItIsMoved() throws Exception {
        Sale sale = sale().visited();
        OpenTask task = at(CHEN).taskOf(sale.key(), "userTask_negotiate");
        Instant due = clock.instant().plus(Duration.ofHours(20));
        due(task, due);
        sweep.run();
        assertThat(toldOf(task)).as("more than half its time is left").isEmpty();

        clock.forward(Duration.ofHours(11));
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> sweeps = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                sweeps.add(two.submit(() -> {
                    together.await();
                    sweep.run();
                    return null;
                }));
            }
            together.countDown();
            for (Future<?> one : sweeps) {
                one.get();
            }
        } finally {
            two.shutdownNow();
        }
        sweep.run();
        assertThat(toldOf(task)).containsExactly("chen.xiao DUE_SOON unread");
        assertThat(words(task)).contains("洽谈客户", "到期");

        due(task, due.plus(Duration.ofHours(1)));
        sweep.run();
        sweep.run();
        assertThat(toldOf(task)).containsExactly("chen.xiao DUE_SOON settled", "chen.xiao DUE_SOON unread");
    }

    @Test
    void aDayNobodyOfTheGroupWatchesIsToldToTheGroupUntilOneTakesIt() {
        Sale sale = sale().held();
        OpenTask task = at(CASHIER).taskOf(sale.key(), "userTask_collectDeposit");
        clock.forward(Duration.ofMinutes(95));
        sweep.run();
        assertThat(toldOf(task)).containsExactly("he.yun DUE_SOON unread", "qian.hui DUE_SOON unread");
        assertThat(words(task)).contains("还没有人领取");
        assertThat(holdsToldOf(sale)).containsExactly("chen.xiao unread");

        accepted(at(CASHIER).claim(task.id()));
        assertThat(toldOf(task)).containsExactly("qian.hui DUE_SOON unread");
        accepted(sale.deposit("50000.00"));
        sweep.run();
        assertThat(toldOf(task)).containsExactly("qian.hui DUE_SOON settled");
        assertThat(holdsToldOf(sale)).containsExactly("chen.xiao settled");
    }

    @Test
    void theBanksNoReachesTheConsultantAndWhoDecidesInThePageAndOnceInTheirMailboxes() throws Exception {
        Sale sale = sale().filedBy("COMMERCIAL");
        handedIn(sale);
        sweep.run();
        clock.forward(Duration.ofMinutes(20));
        sweep.run();
        clock.forward(Duration.ofMinutes(20));
        String reason = "征信不足" + sale.key();
        accepted(sale.submit(
                MARKETING,
                "userTask_recordAnswer",
                Map.of(
                        "answer",
                        "REFUSED",
                        "reason",
                        reason,
                        "decidedOn",
                        sale.today().toString())));
        assertThat(refusalsToldOf(sale)).containsExactly("chen.xiao", "zhao.ming");
        assertThat(at(CHEN).get("/notices").text())
                .contains("银行拒贷", reason)
                .doesNotContain(sale.person().name());

        catcher.stop();
        sweep.run();
        sweep.run();
        delivery.deliverDue();
        assertThat(lettersWith(reason))
                .as("a row each, the server being away")
                .hasSize(2)
                .doesNotContain("SENT");
        catcher.start();
        clock.forward(Duration.ofHours(2));
        delivery.deliverDue();
        sweep.run();
        delivery.deliverDue();
        assertThat(lettersWith(reason)).containsExactly("SENT", "SENT");
        assertThat(received(reason))
                .containsExactlyInAnyOrder("chen.xiao@anchang.example", "zhao.ming@anchang.example");
    }

    @Test
    void eachChoosesWhereToBeToldAndWhatComesTogetherGoesInOneLetter() throws Exception {
        choose(LIN, Map.of("mail-ASSIGNED", "1"));
        try {
            sweep.run();
            clock.forward(Duration.ofMinutes(20));
            List<OpenTask> given = List.of(given(LIN), given(LIN), given(LIN));
            assertThat(given).allSatisfy(task -> assertThat(toldOf(task)).containsExactly("lin.jia ASSIGNED unread"));
            assertThat(at(LIN).get("/notices").text())
                    .as("not in the page")
                    .doesNotContain(idOf(given.get(0), LIN).toString());
            int letters = letters(LIN);
            sweep.run();
            assertThat(letters(LIN)).isEqualTo(letters + 1);
            String text = jdbc.queryForObject(
                    "select body from sales.letters where about = 'notices:lin.jia' order by posted_at desc limit 1",
                    String.class);
            assertThat(given)
                    .allSatisfy(task -> assertThat(text).contains("http://localhost:8080/notices/" + idOf(task, LIN)));

            given(LIN);
            sweep.run();
            assertThat(letters(LIN)).as("not so soon").isEqualTo(letters + 1);
            clock.forward(Duration.ofMinutes(16));
            sweep.run();
            sweep.run();
            assertThat(letters(LIN)).isEqualTo(letters + 2);

            choose(LIN, Map.of());
            assertThat(toldOf(given(LIN))).as("neither: not at all").isEmpty();
        } finally {
            choose(LIN, Map.of("page-ASSIGNED", "1"));
        }
        assertThat(toldOf(given(LIN))).containsExactly("lin.jia ASSIGNED unread");
    }

    @Test
    void whatWasReturnedLeadsToTheTaskItComesBackAsAndIsNotToldTwice() {
        Paper paper = paper().submitted(Note.of("周末暖场", "900", Item.of("a", "暖场", "900")), "");
        accepted(at(DIRECTOR).claim(paper.task().id()));
        accepted(paper.giveBack(DIRECTOR, "预算太高"));
        assertThat(jdbc.queryForList(
                        "select person || ' ' || words from sales.staff_notices where occasion = 'RETURNED' and fact = ?",
                        String.class,
                        versionOf(paper)))
                .singleElement()
                .asString()
                .startsWith("sun.li 周凯退回了")
                .contains("预算太高");

        Sale sale = sale().reserved();
        accepted(at(CHEN).startForm(
                        "price-approval",
                        Map.of("caseId", sale.key(), "price", "980000.00", "terms", "FULL", "reason", "老客户介绍")));
        String price = jdbc.queryForObject(
                "select cast(id as text) from sales.special_prices where case_id = ?", String.class, sale.caseId());
        OpenTask decide = at(DIRECTOR).taskOf(price, "userTask_decide");
        accepted(at(DIRECTOR).claim(decide.id()));
        String seen = at(DIRECTOR)
                .get("/api/tasks/" + decide.id() + "/document")
                .json()
                .path("prefill")
                .path("fingerprint")
                .asText();
        accepted(at(DIRECTOR)
                .submitForm(decide.id(), Map.of("decision", "RETURN", "reason", "先按 1% 谈", "fingerprint", seen)));
        OpenTask revise = at(CHEN).taskOf(price, "userTask_reviseSpecialPrice");
        assertThat(toldOf(revise)).containsExactly("chen.xiao RETURNED unread");
        assertThat(at(CHEN).get("/notices/" + idOf(revise, CHEN)).location()).endsWith("?task=" + revise.id());
    }

    @Test
    void whatWasReadLongAgoIsForgottenAndWhatWasNotStays() {
        OpenTask read = given(LIN);
        OpenTask unread = given(LIN);
        at(LIN).get("/notices/" + idOf(read, LIN));
        jdbc.update(
                "update sales.staff_notices set made_at = ? where task_id in (?, ?)",
                Timestamp.from(clock.instant().minus(Duration.ofDays(91))),
                read.id(),
                unread.id());
        sweep.run();
        assertThat(toldOf(read)).isEmpty();
        assertThat(toldOf(unread)).containsExactly("lin.jia ASSIGNED unread");

        TasklistSession lin = at(LIN);
        lin.form("/notices/read", lin.get("/notices").text(), Map.of());
        assertThat(bell(LIN)).isZero();
        assertThat(lin.get("/notices?page=99999999999").status()).isEqualTo(200);
        assertThat(lin.get("/notices?page=-1").status()).isEqualTo(200);
    }

    // ---- steps

    /** A fresh task of 陈晓's that 赵明 gives to somebody else. */
    private OpenTask given(String userId) {
        Sale sale = sale().visited();
        OpenTask task = at(CHEN).taskOf(sale.key(), "userTask_negotiate");
        accepted(at(MANAGER).assign(task.id(), userId));
        return task;
    }

    private void due(OpenTask task, Instant due) {
        identity.clearAuthentication();
        tasks.setDueDate(task.id(), Date.from(due));
    }

    /** Of new tasks; the rest stays as it is. */
    private void choose(String userId, Map<String, String> ticked) {
        Map<String, String> form = new HashMap<>(ticked);
        form.put("shown-" + Occasion.ASSIGNED, "1");
        TasklistSession session = at(userId);
        assertThat(session.form(
                                "/notices/settings",
                                session.get("/notices/settings").text(),
                                form)
                        .location())
                .endsWith("/notices/settings");
        assertThat(session.get("/notices/settings").text()).contains("已保存");
    }

    private void handedIn(Sale sale) {
        accepted(sale.submit(
                CHEN,
                "userTask_chooseBank",
                Map.of("bank", "icbc", "applicants", sale.person().name())));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (JsonNode paper : sale.prefill(MARKETING, "userTask_collectPapers").path("papers")) {
            lines.add(Map.of("key", paper.path("key").asText(), "received", true));
        }
        accepted(sale.submit(MARKETING, "userTask_collectPapers", Map.of("papers", lines)));
        accepted(sale.submit(
                MARKETING,
                "userTask_submitLoan",
                Map.of("submittedOn", sale.today().toString())));
    }

    // ---- looks

    private List<String> toldOf(OpenTask task) {
        return jdbc.queryForList(
                "select person || ' ' || occasion || ' ' || case when settled then 'settled' when read_at is null then 'unread'"
                        + " else 'read' end from sales.staff_notices where task_id = ? order by 1",
                String.class,
                task.id());
    }

    private String words(OpenTask task) {
        return jdbc.queryForObject(
                "select words from sales.staff_notices where task_id = ? limit 1", String.class, task.id());
    }

    private UUID idOf(OpenTask task, String userId) {
        return jdbc.queryForObject(
                "select id from sales.staff_notices where task_id = ? and person = ?", UUID.class, task.id(), userId);
    }

    private List<String> holdsToldOf(Sale sale) {
        return jdbc.queryForList(
                "select person || case when settled then ' settled' else ' unread' end from sales.staff_notices"
                        + " where occasion = 'HOLD_LAPSING' and fact like ?",
                String.class,
                sale.key() + "@%");
    }

    private List<String> refusalsToldOf(Sale sale) {
        return jdbc.queryForList(
                "select person from sales.staff_notices where occasion = 'BANK_REFUSED' and fact like ? order by 1",
                String.class,
                sale.key() + "/%");
    }

    private String versionOf(Paper paper) {
        return jdbc.queryForObject(
                "select cast(id as text) from sales.document_versions where document_id = ? order by number limit 1",
                String.class,
                paper.documentId());
    }

    private int bell(String userId) {
        Answer answer = at(userId).get("/notices/bell");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("<html");
        String count = answer.text().replaceAll("(?s).*class=\"count\">(\\d+)<.*", "$1");
        return count.matches("\\d+") ? Integer.parseInt(count) : 0;
    }

    private int letters(String userId) {
        return jdbc.queryForObject(
                "select count(*) from sales.letters where about = ?", Integer.class, "notices:" + userId);
    }

    private List<String> lettersWith(String words) {
        return jdbc.queryForList("select state from sales.letters where body like ?", String.class, "%" + words + "%");
    }

    /** To whom the mail server took letters that say this. */
    private List<String> received(String words) throws Exception {
        List<String> to = new ArrayList<>();
        for (MimeMessage message : catcher.getReceivedMessages()) {
            if (message.getContent() instanceof String text && text.contains(words)) {
                Arrays.stream(message.getAllRecipients()).map(Object::toString).forEach(to::add);
            }
        }
        return to;
    }
}

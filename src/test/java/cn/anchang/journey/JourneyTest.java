package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.ApprovalProcess;
import cn.anchang.approval.Approvals;
import cn.anchang.approval.Documents;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.Jobs;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What every journey needs: the running application, its people at their Tasklists, the clock, and the rows to look at. */
@ApplicationTest
abstract class JourneyTest {

    static final String CHEN = "chen.xiao";
    static final String LIN = "lin.jia";
    static final String MANAGER = "zhao.ming";
    static final String CASHIER = "qian.hui";
    static final String MARKETING = "sun.li";
    static final String DIRECTOR = "zhou.kai";
    static final String GENERAL_MANAGER = "wu.zong";
    static final String SERVICE = "zheng.fang";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    Jobs jobs;

    @Autowired
    Documents documents;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalProcess approvalProcess;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, TasklistSession> sessions = new ConcurrentHashMap<>();

    /** Every journey begins at ten in the morning, so that a day's deadlines fall where the story says. */
    @BeforeEach
    void beginsInTheMorning() {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime ten = now.with(LocalTime.of(10, 0));
        clock.moveTo((now.isAfter(ten) ? ten.plusDays(1) : ten).toInstant());
    }

    TasklistSession at(String userId) {
        return sessions.computeIfAbsent(userId, this::signedIn);
    }

    /** Asks one thing first, so that the session has its token before many threads share it. */
    private TasklistSession signedIn(String userId) {
        TasklistSession session = TasklistSession.of(port, userId);
        accepted(session.post(TasklistSession.ENGINE + "/task/count", Map.of()));
        return session;
    }

    /** Ten in the morning of that day. */
    void to(LocalDate day) {
        clock.moveTo(day.atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    SalesSite site(int units) {
        return new SalesSite(jdbc, units);
    }

    /** A new visitor of 陈晓 on a site of its own. */
    Sale sale() {
        return new Sale(this, site(2), CHEN, Person.unknown());
    }

    Sale sale(SalesSite site, String consultant, Person person) {
        return new Sale(this, site, consultant, person);
    }

    /** A note of 孙丽's that wants to be approved. */
    Paper paper() {
        return new Paper(this, MARKETING);
    }

    Paper paperOf(String author) {
        return new Paper(this, author);
    }

    /** The end event by which an instance is over; null while it runs. */
    String endOf(String instanceId) {
        identity.clearAuthentication();
        boolean over = history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .finished()
                        .count()
                == 1;
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .orderPartiallyByOccurrence()
                .desc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .filter(activity -> over && activity.startsWith("endEvent_"))
                .findFirst()
                .orElse(null);
    }

    /** What the job executor would do by now for one case, in whichever of its processes. */
    void runDue(String businessKey) {
        identity.clearAuthentication();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
                        .list()
                        .stream())
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** A step that must go through. */
    static void accepted(TasklistSession.Answer answer) {
        assertThat(answer.isOk()).as("%d %s", answer.status(), answer.text()).isTrue();
    }

    /** A step that must be refused, with a sentence that says so. */
    static void refused(TasklistSession.Answer answer, String... words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.message()).contains(words);
    }
}

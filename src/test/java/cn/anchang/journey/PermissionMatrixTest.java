package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.ArrearsOpening;
import cn.anchang.collection.PaymentReminders;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.PaymentMethod;
import cn.anchang.shared.Money;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import cn.anchang.testing.TestNotes.Note;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what, written by hand and tried as the real people: every page, every address of ours, every task of the three processes
 * and what the engine's interfaces show of a case. Whoever is not named must be turned away, guessed ids included.
 */
class PermissionMatrixTest extends JourneyTest {

    private static final List<String> EVERYBODY = List.of(
            "chen.xiao",
            "lin.jia",
            "zhao.ming",
            "qian.hui",
            "sun.li",
            "zhou.kai",
            "wu.zong",
            "zheng.fang",
            "feng.tao",
            "jiang.bo",
            "han.mei",
            "shen.yi",
            "xu.qiang");

    /**
     * {fresh}: 陈晓's customer at 洽谈. {done}: 陈晓's sale after its checklist. {none}: an id nobody was ever given. The forms of POST
     * rows are empty: whoever may come in is told what is missing (an unknown payment of a known account: 404), and nothing changes.
     */
    private static final String PAGES = """
            GET  /                                                | all
            GET  /notices                                         | all
            GET  /notices/bell                                    | all
            GET  /notices/settings                                | all
            POST /notices/settings                                | all
            POST /notices/read                                    | all
            GET  /notices/{none}                                  | nobody
            GET  /units                                           | all
            GET  /units/export?project={none}                     | nobody
            GET  /units/changes?project={none}&after=0            | all
            GET  /units/price-lists?project={none}                | nobody
            GET  /units/{unit}/panel                              | all
            GET  /units/{none}/panel                              | nobody
            POST /units/{unit}/hold                               | chen.xiao lin.jia zhao.ming
            POST /units/{none}/hold                               | nobody
            GET  /exports                                         | all
            GET  /exports/{none}                                  | all
            GET  /exports/{none}/file                             | all
            POST /exports/{none}/cancel                           | all
            GET  /api/csrf                                        | all
            GET  /customers                                       | chen.xiao lin.jia zhao.ming wu.zong zhou.kai sun.li zheng.fang
            GET  /customers/export?state=LEAD                     | chen.xiao lin.jia zhao.ming wu.zong zhou.kai sun.li zheng.fang
            GET  /customers/{freshCustomer}                       | chen.xiao zhao.ming wu.zong zhou.kai
            GET  /customers/{doneCustomer}                        | chen.xiao zhao.ming wu.zong zhou.kai sun.li zheng.fang
            GET  /customers/{none}                                | nobody
            GET  /customers/{doneCustomer}/edit                   | chen.xiao zhao.ming
            POST /customers/{doneCustomer}/edit                   | chen.xiao zhao.ming
            POST /customers/{freshCustomer}/calls                 | chen.xiao zhao.ming wu.zong zhou.kai
            POST /customers/{none}/calls                          | nobody
            POST /customers/{freshCustomer}/reveal-phone          | chen.xiao zhao.ming wu.zong zhou.kai
            POST /customers/{none}/reveal-phone                   | nobody
            POST /customers/{freshCustomer}/hand-over             | zhao.ming
            GET  /customers/duplicates                            | zhao.ming
            POST /customers/duplicates/apart                      | zhao.ming
            GET  /customers/merge?stays={freshCustomer}&gone={doneCustomer} | zhao.ming
            POST /customers/merge                                 | zhao.ming
            GET  /import                                          | zhao.ming qian.hui sun.li zhou.kai xu.qiang
            GET  /import/units/template                           | sun.li zhou.kai xu.qiang
            GET  /import/customers/template                       | zhao.ming zhou.kai xu.qiang
            GET  /import/bank-statement/template                  | qian.hui
            POST /import/bank-statement                           | qian.hui
            GET  /import/sales-progress/template                  | zhao.ming zhou.kai
            POST /import/sales-progress                           | zhao.ming zhou.kai
            GET  /import/secrets/template                         | nobody
            POST /import/units                                    | sun.li zhou.kai xu.qiang
            POST /import/customers                                | zhao.ming zhou.kai xu.qiang
            GET  /import/jobs/{none}                              | zhao.ming qian.hui sun.li zhou.kai xu.qiang
            GET  /import/jobs/{none}/errors                       | zhao.ming qian.hui sun.li zhou.kai xu.qiang
            POST /import/jobs/{none}/apply                        | zhao.ming qian.hui sun.li zhou.kai xu.qiang
            GET  /prices/{list}                                   | zhao.ming sun.li zhou.kai wu.zong xu.qiang
            GET  /prices/{none}                                   | nobody
            GET  /letters                                         | zhao.ming xu.qiang
            GET  /sample/mailbox                                  | all
            GET  /money                                           | qian.hui zhao.ming wu.zong
            GET  /money/{done}                                    | qian.hui zhao.ming wu.zong
            GET  /money/{none}                                    | nobody
            POST /money/{done}/payments                           | qian.hui
            POST /money/{done}/payments/{none}/reverse            | qian.hui
            POST /money/{done}/refunds                            | qian.hui
            POST /money/{done}/refunds/{none}/reverse             | qian.hui
            GET  /money/{done}/receipts/{receipt}                 | qian.hui zhao.ming wu.zong
            GET  /money/{done}/receipts/{none}                    | nobody
            POST /money/{done}/receipts/{none}/void               | qian.hui
            POST /money/{done}/receipts/{none}/reissue            | qian.hui
            POST /money/{done}/receipts/{none}/print              | nobody
            GET  /papers/intent/{fresh}                           | chen.xiao zhao.ming qian.hui wu.zong zhou.kai
            GET  /papers/intent/{done}                            | chen.xiao zhao.ming qian.hui wu.zong zhou.kai sun.li zheng.fang
            GET  /papers/subscription/{done}                      | chen.xiao zhao.ming qian.hui wu.zong zhou.kai sun.li zheng.fang
            GET  /papers/contract/{done}                          | chen.xiao zhao.ming qian.hui wu.zong zhou.kai sun.li zheng.fang
            GET  /papers/checklist/{done}                         | chen.xiao zhao.ming qian.hui wu.zong zhou.kai sun.li zheng.fang
            GET  /papers/{done}                                   | chen.xiao zhao.ming qian.hui wu.zong zhou.kai sun.li zheng.fang
            POST /papers/{done}                                   | chen.xiao zhao.ming qian.hui wu.zong zhou.kai sun.li zheng.fang
            POST /papers/{done}/{none}/print                      | nobody
            GET  /papers/{none}                                   | nobody
            GET  /papers/intent/{none}                            | nobody
            GET  /papers/subscription/{none}                      | nobody
            GET  /papers/contract/{none}                          | nobody
            GET  /papers/checklist/{none}                         | nobody
            POST /api/cases/{fresh}/reveal-phone                  | chen.xiao zhao.ming qian.hui wu.zong zhou.kai
            POST /api/cases/{done}/reveal-phone                   | chen.xiao zhao.ming qian.hui wu.zong zhou.kai sun.li zheng.fang
            POST /api/cases/{none}/reveal-phone                   | nobody
            GET  /api/reception/projects                          | chen.xiao lin.jia zhao.ming
            GET  /api/reception/consultants                       | chen.xiao lin.jia zhao.ming
            GET  /api/reception/phone?phone=13900000000           | chen.xiao lin.jia zhao.ming
            GET  /money/statements                                | zhao.ming qian.hui wu.zong
            POST /money/statements/book-sure                      | qian.hui
            POST /money/statements/{none}/book                    | qian.hui
            POST /money/statements/{none}/dismiss                 | qian.hui
            GET  /api/money/accounts?q=none                       | qian.hui
            GET  /api/money/accounts/{none}/proposal?item=BALANCE&amount=1 | qian.hui
            GET  /api/special-prices/sales                        | chen.xiao lin.jia zhao.ming
            GET  /api/special-prices/check?sale={none}&price=1&terms=FULL | chen.xiao lin.jia zhao.ming
            GET  /receivables                                     | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong
            GET  /receivables/export?project={none}               | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong
            GET  /sales                                           | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong zheng.fang
            GET  /sales/{fresh}                                   | chen.xiao zhao.ming qian.hui wu.zong zhou.kai
            GET  /sales/{done}                                    | chen.xiao zhao.ming qian.hui wu.zong zhou.kai sun.li zheng.fang
            GET  /sales/{none}                                    | nobody
            GET  /sales/{fresh}/models/{freshInstance}            | chen.xiao zhao.ming qian.hui wu.zong zhou.kai
            GET  /sales/{done}/models/{freshInstance}             | nobody
            GET  /search?q={none}                                 | all
            GET  /progress                                        | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong
            GET  /progress/export?project={none}                  | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong
            POST /progress/export?project={none}                  | chen.xiao lin.jia zhao.ming
            GET  /progress/schedule?project={none}                | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong
            GET  /progress/schedule/{done}                        | chen.xiao zhao.ming qian.hui sun.li zhou.kai wu.zong
            GET  /progress/schedule/{none}                        | nobody
            GET  /receivables/letters                             | zhao.ming qian.hui zhou.kai wu.zong
            GET  /funnel                                          | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong
            GET  /funnel/rows?step=VISIT&period=ALL               | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong
            GET  /reports                                         | all
            GET  /receivables/statistics                          | chen.xiao lin.jia zhao.ming qian.hui sun.li zhou.kai wu.zong
            POST /receivables/check                               | qian.hui
            GET  /targets                                         | zhao.ming sun.li zhou.kai wu.zong
            POST /targets                                         | zhou.kai wu.zong
            GET  /reminders                                       | zhao.ming qian.hui zhou.kai wu.zong
            GET  /reminders/{none}                                | zhao.ming qian.hui zhou.kai wu.zong
            GET  /api/reminders/preview                           | zhao.ming qian.hui zhou.kai wu.zong
            POST /reminders/hold?account={none}                   | zhao.ming qian.hui
            POST /reminders/release?account={none}                | zhao.ming qian.hui
            POST /reminders/{none}/resend                         | zhao.ming qian.hui
            GET  /arrears                                         | chen.xiao lin.jia zhao.ming qian.hui zhou.kai wu.zong
            GET  /arrears/{none}                                  | chen.xiao lin.jia zhao.ming qian.hui zhou.kai wu.zong
            POST /arrears/{none}/waivers                          | chen.xiao lin.jia zhao.ming qian.hui zhou.kai wu.zong
            GET  /changes                                         | chen.xiao lin.jia zhao.ming zhou.kai wu.zong qian.hui
            GET  /changes/new?case={done}                         | chen.xiao zhao.ming
            GET  /changes/new?case={none}                         | nobody
            POST /changes                                         | chen.xiao lin.jia zhao.ming zhou.kai wu.zong qian.hui
            POST /changes/{none}/agree?fingerprint=x              | chen.xiao lin.jia zhao.ming zhou.kai wu.zong qian.hui
            GET  /api/sales                                       | chen.xiao lin.jia zhao.ming
            GET  /api/changes/proposal?case={done}&kind=RESCHEDULE | chen.xiao zhao.ming
            GET  /api/changes/proposal?case={none}&kind=RESCHEDULE | nobody
            GET  /api/changes/units?case={done}                   | chen.xiao zhao.ming
            GET  /api/changes/units?case={none}                   | nobody
            GET  /api/marketing/plans                             | sun.li zhou.kai
            GET  /api/marketing/projects                          | sun.li zhou.kai
            GET  /api/tasks/{freshTask}/card                      | chen.xiao zhao.ming xu.qiang
            GET  /api/tasks/{freshTask}/units                     | chen.xiao zhao.ming xu.qiang
            GET  /api/tasks/{freshTask}/plan?terms=FULL           | nobody
            GET  /api/tasks/{none}/plan?terms=FULL                | nobody
            GET  /api/tasks/{none}/card                           | nobody
            GET  /api/tasks/{none}/document                       | nobody
            GET  /api/tasks/{freshTask}/document                  | nobody
            PUT  /api/tasks/{none}/draft                          | nobody
            PUT  /api/tasks/{freshTask}/draft                     | nobody
            POST /api/tasks/{none}/attachments                    | nobody
            POST /api/tasks/{freshTask}/attachments               | nobody
            GET  /documents                                       | all
            GET  /documents/{none}                                | nobody
            GET  /documents/{none}/export                         | nobody
            GET  /documents/{none}/attachments/{none}             | nobody
            POST /documents/{none}/withdraw                       | nobody
            POST /documents/{none}/copy                           | nobody
            GET  /api/tasks/{none}/units                          | nobody
            GET  /camunda/app/tasklist/default/                   | all
            GET  /camunda/app/welcome/default/                    | all
            GET  /camunda/app/cockpit/default/                    | wu.zong xu.qiang
            GET  /camunda/app/admin/default/                      | xu.qiang
            """;

    /** What the engine's own interface lists of {fresh}; an empty list is a no. */
    private static final String LISTS = """
            /task?processInstanceBusinessKey={fresh}                        | chen.xiao zhao.ming xu.qiang
            /task/{freshTask}                                               | chen.xiao zhao.ming xu.qiang
            /task/{freshTask}/variables                                     | chen.xiao zhao.ming xu.qiang
            /task/{freshTask}/form                                          | chen.xiao zhao.ming xu.qiang
            /task/{none}                                                    | nobody
            /process-instance?businessKey={fresh}                           | wu.zong xu.qiang
            /process-instance/{freshInstance}                               | wu.zong xu.qiang
            /process-instance/{freshInstance}/variables                     | wu.zong xu.qiang
            /process-instance/{none}                                        | nobody
            /execution?processInstanceId={freshInstance}                    | wu.zong xu.qiang
            /variable-instance?processInstanceIdIn={freshInstance}          | chen.xiao zhao.ming wu.zong xu.qiang
            /history/process-instance?processInstanceBusinessKey={fresh}    | wu.zong xu.qiang
            /history/process-instance/{freshInstance}                       | wu.zong xu.qiang
            /history/task?processInstanceId={freshInstance}                 | wu.zong xu.qiang
            /history/variable-instance?processInstanceId={freshInstance}    | wu.zong xu.qiang
            /history/activity-instance?processInstanceId={freshInstance}    | wu.zong xu.qiang
            /history/detail?processInstanceId={freshInstance}               | wu.zong xu.qiang
            /job?processInstanceId={doneInstance}                           | nobody
            /authorization?groupIdIn=finance                                | xu.qiang
            /deployment                                                     | xu.qiang
            /process-definition?key=sales-case                              | all
            /filter?resourceType=Task                                       | all
            /user?id=chen.xiao                                              | all
            /group?id=sales                                                 | all
            """;

    /** Who sees an open task, and who may hand in its form. */
    private static final String TASKS = """
            userTask_negotiate             | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_followUp              | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_chooseUnit            | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_collectDeposit        | qian.hui xu.qiang             | qian.hui xu.qiang
            userTask_signSubscription      | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_superviseSubscription | zhao.ming xu.qiang            | zhao.ming xu.qiang
            userTask_collectFirstPayment   | qian.hui xu.qiang             | qian.hui xu.qiang
            userTask_handleOverdue         | zhao.ming xu.qiang            | zhao.ming xu.qiang
            userTask_ruleForfeit           | wu.zong xu.qiang              | wu.zong xu.qiang
            userTask_refund                | qian.hui xu.qiang             | qian.hui xu.qiang
            userTask_signContract          | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_fileContract          | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_chooseBank            | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_collectPapers         | sun.li xu.qiang               | sun.li xu.qiang
            userTask_submitLoan            | sun.li xu.qiang               | sun.li xu.qiang
            userTask_recordAnswer          | sun.li xu.qiang               | sun.li xu.qiang
            userTask_handleLoanRefusal     | zhao.ming xu.qiang            | zhao.ming xu.qiang
            userTask_signLoan              | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_recordRelease         | qian.hui xu.qiang             | qian.hui xu.qiang
            userTask_checkDeal             | zhao.ming xu.qiang            | zhao.ming xu.qiang
            userTask_handOverPapers        | sun.li xu.qiang               | sun.li xu.qiang
            userTask_handOverUnit          | zheng.fang xu.qiang           | zheng.fang xu.qiang
            userTask_registerTitle         | zheng.fang xu.qiang           | zheng.fang xu.qiang
            userTask_writeSummary          | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            """;

    /** The tasks of a month's report, which goes through both steps of its approval. */
    private static final String REPORT_TASKS = """
            userTask_writeReport           | zhao.ming xu.qiang            | zhao.ming xu.qiang
            userTask_decide                | zhou.kai xu.qiang             | zhou.kai xu.qiang
            """;

    /** The tasks of a change order: come back once, approved, and in want of filing and receipts; then carried out in vain. */
    private static final String CHANGE_TASKS = """
            userTask_decide                | wu.zong xu.qiang              | wu.zong xu.qiang
            userTask_writeChange           | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_clearObstacles        | zhao.ming xu.qiang            | zhao.ming xu.qiang
            userTask_takeReceiptsBack      | qian.hui xu.qiang             | qian.hui xu.qiang
            userTask_handleFailure         | zhao.ming xu.qiang            | zhao.ming xu.qiang
            """;

    /** The tasks beside a sale: large money seen by two, a call where no letter arrives, a special price sent back, arrears. */
    private static final String OTHER_TASKS = """
            userTask_reviewMoney           | qian.hui xu.qiang             | qian.hui xu.qiang
            userTask_callCustomer          | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_decide                | zhou.kai xu.qiang             | zhou.kai xu.qiang
            userTask_reviseSpecialPrice    | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_callDebtor            | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            userTask_writeDemand           | qian.hui xu.qiang             | qian.hui xu.qiang
            userTask_sendDemand            | qian.hui xu.qiang             | qian.hui xu.qiang
            userTask_reviewRescission      | wu.zong xu.qiang              | wu.zong xu.qiang
            userTask_reviseWaiver          | chen.xiao zhao.ming xu.qiang  | chen.xiao xu.qiang
            """;

    private static final String SUMMARY_TASKS = """
            userTask_writeStageSummary     | sun.li xu.qiang               | sun.li xu.qiang
            userTask_decide                | zhou.kai xu.qiang             | zhou.kai xu.qiang
            userTask_decideRevision        | zhou.kai xu.qiang             | zhou.kai xu.qiang
            """;

    /** The tasks of a promotion plan that the 营销总监 may approve, and of what it hands out. */
    private static final String PLAN_TASKS = """
            userTask_draftPlan             | sun.li xu.qiang               | sun.li xu.qiang
            userTask_decide                | zhao.ming xu.qiang            | zhao.ming xu.qiang
            userTask_fileDocument          | han.mei xu.qiang              | han.mei xu.qiang
            userTask_changeShowFlat        | feng.tao xu.qiang             | feng.tao xu.qiang
            userTask_adjustConstruction    | jiang.bo xu.qiang             | jiang.bo xu.qiang
            userTask_carryOutActivity      | sun.li xu.qiang               | sun.li xu.qiang
            userTask_evaluatePlan          | sun.li xu.qiang               | sun.li xu.qiang
            userTask_evaluateSuppliers     | sun.li xu.qiang               | sun.li xu.qiang
            """;

    /** Who may begin which process. The administrator may begin any, and is not asked to try. */
    private static final String STARTS = """
            sales-case           | chen.xiao lin.jia zhao.ming
            sales-case-signing   | nobody
            sales-case-undoing   | nobody
            sales-case-mortgage  | nobody
            sales-case-aftercare | nobody
            document-approval     | nobody
            approval-round        | nobody
            payment-registration  | qian.hui
            payment-reminder      | qian.hui
            payment-arrears       | nobody
            late-fee-waiver       | nobody
            price-approval        | chen.xiao lin.jia zhao.ming
            promotion-plan        | sun.li zhou.kai
            promotion-plan-implementation | nobody
            sales-report          | zhao.ming
            sales-report-schedule | zhao.ming zhou.kai
            stage-summary         | sun.li zhou.kai
            change-order          | chen.xiao lin.jia zhao.ming
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    Ledger ledger;

    @Autowired
    PaymentReminders reminders;

    @Autowired
    ArrearsOpening opening;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping ours;

    @Test
    void everyPageAndAddressIsOpenToThoseNamedAndToNobodyElse() {
        Map<String, String> ids = twoCases();
        SoftAssertions all = new SoftAssertions();
        for (String[] row : rows(PAGES)) {
            String method = row[0].split("\\s+")[0];
            String path = filled(row[0].split("\\s+")[1], ids);
            Set<String> named = people(row[1]);
            for (String person : EVERYBODY) {
                Answer answer = asked(at(person), method, path);
                String what = "%s %s as %s → %d %s"
                        .formatted(method, row[0].split("\\s+")[1], person, answer.status(), answer.location());
                if (named.contains(person)) {
                    all.assertThat(answer.status() == 404 && row[0].contains("{none}")
                                    || List.of(200, 204, 302, 303, 400, 422).contains(answer.status()))
                            .as(what)
                            .isTrue();
                } else {
                    all.assertThat(answer.status()).as(what).isIn(302, 401, 403, 404);
                    all.assertThat(isTurnedAway(answer, path)).as(what).isTrue();
                    all.assertThat(answer.text()).as(what).doesNotContain(ids.get("phone"), ids.get("name"));
                }
            }
            Answer stranger = asked(TasklistSession.stranger(port), method, path);
            all.assertThat(stranger.status())
                    .as("%s as a stranger".formatted(row[0]))
                    .isIn(302, 401, 403);
            all.assertThat(stranger.status() != 302 || stranger.location().contains("/login"))
                    .as("%s as a stranger".formatted(row[0]))
                    .isTrue();
        }
        all.assertAll();
    }

    @Test
    void noPageOrAddressOfOursIsMissingInTheMatrix() {
        Set<String> missing = new TreeSet<>();
        ours.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("cn.anchang")) {
                patterns(mapping).stream()
                        .filter(pattern -> !pattern.equals("GET /login"))
                        .filter(pattern -> rows(PAGES).stream().noneMatch(row -> covers(pattern, row[0])))
                        .forEach(missing::add);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void theEnginesInterfaceShowsACaseToThoseNamedAndToNobodyElse() {
        Map<String, String> ids = twoCases();
        SoftAssertions all = new SoftAssertions();
        for (String[] row : rows(LISTS)) {
            String path = TasklistSession.ENGINE + filled(row[0], ids);
            Set<String> named = people(row[1]);
            for (String person : EVERYBODY) {
                Answer answer = at(person).get(path);
                String what = "%s as %s → %d %.200s".formatted(row[0], person, answer.status(), answer.text());
                boolean shown = answer.isOk() && !answer.json().isEmpty();
                all.assertThat(shown).as(what).isEqualTo(named.contains(person));
            }
            all.assertThat(TasklistSession.stranger(port).get(path).status())
                    .as(row[0])
                    .isEqualTo(401);
        }
        all.assertAll();
    }

    @Test
    void onlyThoseWhoReceiveVisitorsBeginASale() {
        SoftAssertions all = new SoftAssertions();
        for (String[] row : rows(STARTS)) {
            for (String person : EVERYBODY) {
                if (!person.equals("xu.qiang")) {
                    int status =
                            at(person).startForm(row[0], Map.of("garbage", 1)).status();
                    all.assertThat(status)
                            .as("%s begins %s", person, row[0])
                            .isEqualTo(people(row[1]).contains(person) ? 422 : 403);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void everyTaskIsSeenAndDoneByThoseNamedAndByNobodyElse() {
        Map<String, String[]> expected = rows(TASKS).stream()
                .collect(Collectors.toMap(row -> row[0], row -> row, (one, other) -> one, LinkedHashMap::new));
        Set<String> tried = new LinkedHashSet<>();
        SoftAssertions all = new SoftAssertions();

        Sale sale = sale().visited();
        tryTasks(sale, expected, tried, all);
        accepted(sale.talk(
                "userTask_negotiate",
                Map.of(
                        "outcome",
                        "followUp",
                        "followUpOn",
                        sale.today().plusDays(3).toString())));
        sale.after(Duration.ofDays(4));
        tryTasks(sale, expected, tried, all);
        accepted(sale.talk("userTask_followUp", Map.of("outcome", "intent")));
        tryTasks(sale, expected, tried, all);
        accepted(sale.choose(sale.site().unit(0)));
        tryTasks(sale, expected, tried, all);
        accepted(sale.deposit("50000.00"));
        tryTasks(sale, expected, tried, all);
        sale.after(Duration.ofDays(3));
        tryTasks(sale, expected, tried, all);

        Sale late = sale().subscribed();
        accepted(late.pay("100000.00"));
        late.after(Duration.ofDays(9));
        tryTasks(late, expected, tried, all);
        accepted(late.overdue(Map.of("decision", "forfeit", "reason", "客户放弃")));
        tryTasks(late, expected, tried, all);
        accepted(late.rule(Map.of("forfeited", true, "fault", "BUYER", "reason", "客户书面放弃")));
        tryTasks(late, expected, tried, all);

        Sale good = sale().paid();
        tryTasks(good, expected, tried, all);
        accepted(good.signContract(Map.of()));
        tryTasks(good, expected, tried, all);
        accepted(good.fileContract("BA" + good.caseId()));
        tryTasks(good, expected, tried, all);
        accepted(good.check(MANAGER));
        tryTasks(good, expected, tried, all);
        accepted(good.handOverPapers());
        accepted(good.handOverUnit());
        tryTasks(good, expected, tried, all);
        accepted(good.registerTitle());
        tryTasks(good, expected, tried, all);

        byLoan(expected, tried, all);

        all.assertAll();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(userTasksOfTheModels());
    }

    @Test
    void aReportIsWrittenByTheSiteManagerAndDecidedByThoseItIsPutBefore() {
        Map<String, String[]> expected =
                rows(REPORT_TASKS).stream().collect(Collectors.toMap(row -> row[0], row -> row));
        Set<String> tried = new LinkedHashSet<>();
        SoftAssertions all = new SoftAssertions();
        SalesSite site = site(1);
        LocalDate lastMonth =
                LocalDate.ofInstant(clock.instant(), clock.getZone()).minusMonths(1);
        accepted(at(MANAGER)
                .startForm(
                        "sales-report",
                        Map.of(
                                "projectId",
                                site.projectId().toString(),
                                "kind",
                                "MONTH",
                                "day",
                                lastMonth.toString())));
        String report = jdbc.queryForObject(
                "select cast(id as text) from sales.sales_reports where project_id = ?",
                String.class,
                site.projectId());
        runNext(report);
        tryTasks(report, "document", expected, tried, all);
        String task = at(MANAGER).taskOf(report, "userTask_writeReport").id();
        accepted(at(MANAGER)
                .submitForm(
                        task,
                        Map.of(
                                "happened",
                                "正常",
                                "causes",
                                "无",
                                "visits",
                                0,
                                "subscriptions",
                                0,
                                "contracts",
                                0,
                                "receipts",
                                "0.00")));
        runNext(report);
        tryTasks(report, "document", expected, tried, all);
        all.assertAll();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    @Test
    void aPlanIsWrittenByMarketingAndCarriedOutByTheDepartmentsItNames() {
        Map<String, String[]> expected = rows(PLAN_TASKS).stream().collect(Collectors.toMap(row -> row[0], row -> row));
        Set<String> tried = new LinkedHashSet<>();
        SoftAssertions all = new SoftAssertions();
        Promotion promotion = new Promotion(this);
        String plan = promotion.begun();
        tryTasks(plan, "document", expected, tried, all);
        accepted(promotion.submit(plan, promotion.content("100000.00")));
        tryTasks(plan, "document", expected, tried, all);
        accepted(promotion.decide(plan, MANAGER, "AGREE", null));
        accepted(promotion.decide(plan, Promotion.DIRECTOR, "AGREE", null));
        promotion.untilDue(plan, 0);
        tryTasks(plan, "document", expected, tried, all);
        promotion.carriedOutInFull(plan);
        tryTasks(plan, "document", expected, tried, all);
        accepted(promotion.evaluate(plan, false));
        tryTasks(plan, "document", expected, tried, all);
        all.assertAll();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    @Test
    void aStageSummaryIsWrittenByMarketingAndUsedByItsDirector() {
        Map<String, String[]> expected =
                rows(SUMMARY_TASKS).stream().collect(Collectors.toMap(row -> row[0], row -> row));
        Set<String> tried = new LinkedHashSet<>();
        SoftAssertions all = new SoftAssertions();
        Promotion promotion = new Promotion(this);
        SalesSite site = site(1);
        String today = clock.instant().atZone(clock.getZone()).toLocalDate().toString();
        accepted(at(MARKETING)
                .startForm(
                        "stage-summary",
                        Map.of(
                                "basis",
                                "PERIOD",
                                "projectId",
                                site.projectId().toString(),
                                "from",
                                today,
                                "to",
                                today)));
        String summary = jdbc.queryForObject(
                "select cast(id as text) from sales.stage_summaries where project_id = ?",
                String.class,
                site.projectId());
        tryTasks(summary, "document", expected, tried, all);
        OpenTask task = at(MARKETING).taskOf(summary, "userTask_writeStageSummary");
        accepted(at(MARKETING).claim(task.id()));
        accepted(at(MARKETING).submitForm(task.id(), Map.of("answers", StageSummaryJourneyTest.answers("正常"))));
        tryTasks(summary, "document", expected, tried, all);
        accepted(promotion.decide(summary, Promotion.DIRECTOR, "AGREE", null));
        accepted(promotion.decide(summary, GENERAL_MANAGER, "AGREE", null));
        tryTasks(summary, "document", expected, tried, all);
        all.assertAll();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    /** What the job executor would do at once. */
    private void runNext(String businessKey) {
        identity.clearAuthentication();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** Who sees an approval, and who may hand in a decision; the group is the matter's, so each is named for its step. */
    private static final String APPROVALS = """
            review    | zhou.kai xu.qiang         | zhou.kai xu.qiang
            escalated | zhou.kai wu.zong xu.qiang | zhou.kai wu.zong xu.qiang
            approval  | wu.zong xu.qiang          | wu.zong xu.qiang
            """;

    @Test
    void anApprovalIsSeenAndDecidedByThoseAskedAndByNobodyElse() {
        Map<String, String[]> expected = rows(APPROVALS).stream().collect(Collectors.toMap(row -> row[0], row -> row));
        SoftAssertions all = new SoftAssertions();
        Paper paper = paper().submitted(Note.of("须两级审批", "5000"), "");

        tryDecision(paper, expected.get("review"), all);
        paper.after(Duration.ofDays(14));
        tryDecision(paper, expected.get("escalated"), all);
        accepted(paper.agree("zhou.kai"));
        tryDecision(paper, expected.get("approval"), all);

        // whoever may do everything in the engine may still not decide: that is not the engine's to give
        refused(paper.agree("xu.qiang"), "总经理");
        all.assertAll();
    }

    private void tryDecision(Paper paper, String[] row, SoftAssertions all) {
        tryTasks(paper.key(), "document", Map.of(Paper.TASK, row), new LinkedHashSet<>(), all);
    }

    @Test
    void everyTaskOfAChangeOrderIsSeenAndDoneByThoseNamedAndByNobodyElse() {
        Map<String, String[]> expected =
                rows(CHANGE_TASKS).stream().collect(Collectors.toMap(row -> row[0], row -> row));
        Set<String> tried = new LinkedHashSet<>();
        SoftAssertions all = new SoftAssertions();
        Sale sale = sale().filedBy("INSTALMENTS");
        Map<String, Object> undone = Map.of("kind", "RETURN_UNIT", "fault", "BUYER");
        Change change = Change.asked(this, sale, CHEN, undone);
        tryTasks(change.key(), "document", expected, tried, all);
        change.returned(GENERAL_MANAGER, "请补充原因");
        tryTasks(change.key(), "document", expected, tried, all);
        accepted(change.write(CHEN, Map.of("fault", "BUYER", "reason", "客户失业", "changed", "补充原因")));
        change.agreed(GENERAL_MANAGER);
        tryTasks(change.key(), "document", expected, tried, all);
        change.filingRevoked("CX-" + sale.caseId());
        tryTasks(change.key(), "document", expected, tried, all);
        jdbc.update("update sales.change_orders set bound_to = 'another' where id = ?", change.orderId());
        change.receiptsBack();
        tryTasks(change.key(), "document", expected, tried, all);
        all.assertThat(tried).containsExactlyInAnyOrderElementsOf(expected.keySet());
        all.assertAll();
    }

    @Test
    void whatGoesOnBesideASaleIsSeenAndDoneByThoseNamed() {
        Map<String, String[]> expected =
                rows(OTHER_TASKS).stream().collect(Collectors.toMap(row -> row[0], row -> row));
        Set<String> tried = new LinkedHashSet<>();
        SoftAssertions all = new SoftAssertions();

        Sale sale = sale().inInstalments();
        ledger.receive(
                sale.caseId(),
                new MoneyIn(
                        Item.INSTALMENT,
                        Money.of("5000000.01"),
                        PaymentMethod.TRANSFER,
                        sale.person().name(),
                        "SN" + sale.key(),
                        sale.today()),
                CASHIER,
                null);
        tryTasks(idOf("sales.payments where state = 'PENDING' and account_id", sale), "document", expected, tried, all);

        jdbc.update(
                "update sales.customers set email = null where id = (select customer_id from sales.sales_cases where id = ?)",
                sale.caseId());
        to(ledger.openMoney(sale.caseId()).get(0).dueOn());
        identity.clearAuthentication();
        for (String last = reminders.page(null).last();
                last != null;
                last = reminders.page(last).last()) {
            identity.clearAuthentication();
        }
        tryTasks(idOf("sales.reminders where account_id", sale), "document", expected, tried, all);

        Sale other = sale().reserved();
        accepted(at(CHEN).startForm(
                        "price-approval",
                        Map.of("caseId", other.key(), "price", "985000.00", "terms", "FULL", "reason", "老客户介绍")));
        String price = idOf("sales.special_prices where case_id", other);
        tryTasks(price, "document", expected, tried, all);
        OpenTask decision = at("zhou.kai").taskOf(price, "userTask_decide");
        String fingerprint = at("zhou.kai")
                .get("/api/tasks/" + decision.id() + "/document")
                .json()
                .path("prefill")
                .path("fingerprint")
                .asText();
        accepted(at("zhou.kai")
                .submitForm(decision.id(), Map.of("decision", "RETURN", "reason", "请补充", "fingerprint", fingerprint)));
        tryTasks(price, "document", expected, tried, all);

        Debt debt = Debt.of(this, sale().inInstalments(), opening);
        tryTasks(debt.key(), "document", expected, tried, all);
        debt.letterIsDue();
        tryTasks(debt.key(), "document", expected, tried, all);
        debt.written();
        tryTasks(debt.key(), "document", expected, tried, all);
        debt.decided(DIRECTOR, "AGREE");
        tryTasks(debt.key(), "document", expected, tried, all);
        debt.sent().reviewIsDue();
        tryTasks(debt.key(), "document", expected, tried, all);
        String waiver = debt.waiverAsked(CHEN, "1500.00");
        tryTasks(waiver, "document", expected, tried, all);
        debt.decided(waiver, DIRECTOR, "RETURN");
        tryTasks(waiver, "document", expected, tried, all);

        all.assertAll();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    private String idOf(String rows, Sale sale) {
        return jdbc.queryForObject("select cast(id as text) from " + rows + " = ?", String.class, sale.caseId());
    }

    private void tryTasks(Sale sale, Map<String, String[]> expected, Set<String> tried, SoftAssertions all) {
        tryTasks(sale.key(), "card", expected, tried, all);
    }

    private void tryTasks(
            String businessKey, String card, Map<String, String[]> expected, Set<String> tried, SoftAssertions all) {
        for (OpenTask task : at("xu.qiang").tasksOf(businessKey)) {
            String[] row = expected.get(task.key());
            assertThat(row).as("%s stands in the matrix", task.key()).isNotNull();
            tried.add(task.key());
            for (String person : EVERYBODY) {
                boolean sees = people(row[1]).contains(person);
                boolean does = people(row[2]).contains(person);
                TasklistSession session = at(person);
                String what = task.key() + " as " + person;

                all.assertThat(session.tasksOf(businessKey).contains(task))
                        .as(what + " in the list")
                        .isEqualTo(sees);
                all.assertThat(session.get(TasklistSession.ENGINE + "/task/" + task.id())
                                .isOk())
                        .as(what + " by id")
                        .isEqualTo(sees);
                all.assertThat(session.get("/api/tasks/" + task.id() + "/" + card)
                                .isOk())
                        .as(what + " " + card)
                        .isEqualTo(sees);
                all.assertThat(session.submitForm(task.id(), Map.of("garbage", 1))
                                .status())
                        .as(what + " form")
                        .isEqualTo(does ? 422 : 403);
            }
        }
    }

    /** A loan the first bank refuses and the second one grants. */
    private void byLoan(Map<String, String[]> expected, Set<String> tried, SoftAssertions all) {
        Sale loan = sale().filedBy("COMMERCIAL");
        String today = loan.today().toString();
        for (String answer : List.of("REFUSED", "APPROVED")) {
            tryTasks(loan, expected, tried, all);
            accepted(loan.submit(
                    CHEN,
                    "userTask_chooseBank",
                    Map.of("bank", "icbc", "applicants", loan.person().name())));
            tryTasks(loan, expected, tried, all);
            List<Map<String, Object>> papers = new ArrayList<>();
            loan.prefill(MARKETING, "userTask_collectPapers")
                    .path("papers")
                    .forEach(paper -> papers.add(Map.of("key", paper.path("key").asText(), "received", true)));
            accepted(loan.submit(MARKETING, "userTask_collectPapers", Map.of("papers", papers)));
            tryTasks(loan, expected, tried, all);
            accepted(loan.submit(MARKETING, "userTask_submitLoan", Map.of("submittedOn", today)));
            tryTasks(loan, expected, tried, all);
            accepted(loan.submit(
                    MARKETING,
                    "userTask_recordAnswer",
                    Map.of("answer", answer, "decidedOn", today, "reason", "征信不足")));
            tryTasks(loan, expected, tried, all);
            if (answer.equals("REFUSED")) {
                accepted(loan.submit(
                        MANAGER, "userTask_handleLoanRefusal", Map.of("way", "ANOTHER_BANK", "reason", "换一家")));
            }
        }
        accepted(loan.submit(CHEN, "userTask_signLoan", Map.of("contractNo", "JK-1", "signedOn", today)));
        tryTasks(loan, expected, tried, all);
    }

    private Set<String> userTasksOfTheModels() {
        Set<String> tasks = new TreeSet<>();
        for (String process : List.of(
                "sales-case",
                "sales-case-signing",
                "sales-case-mortgage",
                "sales-case-undoing",
                "sales-case-aftercare")) {
            ProcessDefinition latest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            repository
                    .getBpmnModelInstance(latest.getId())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> tasks.add(task.getId()));
        }
        return tasks;
    }

    // ---- rows and requests

    private Map<String, String> twoCases() {
        Sale fresh = sale().visited();
        Sale done = sale().checked();
        OpenTask task = at(CHEN).taskOf(fresh.key(), "userTask_negotiate");
        String receipt = jdbc.queryForObject(
                "select cast(id as text) from sales.receipts where account_id = ? limit 1",
                String.class,
                done.caseId());
        String list = jdbc.queryForObject(
                "select cast(id as text) from sales.price_lists where document_id is not null limit 1", String.class);
        Map<String, String> ids = new LinkedHashMap<>(Map.of(
                "list", list,
                "fresh", fresh.key(),
                "done", done.key(),
                "freshTask", task.id(),
                "freshInstance", task.processInstanceId(),
                "doneInstance", UUID.randomUUID().toString(),
                "receipt", receipt,
                "none", UUID.randomUUID().toString(),
                "phone", done.person().phone(),
                "name", done.person().name()));
        ids.put("freshCustomer", customerOf(fresh));
        ids.put("unit", done.site().unit(0).toString());
        ids.put("doneCustomer", customerOf(done));
        return ids;
    }

    private String customerOf(Sale sale) {
        return jdbc.queryForObject(
                "select cast(customer_id as text) from sales.sales_cases where id = ?", String.class, sale.caseId());
    }

    private static Answer asked(TasklistSession person, String method, String path) {
        if (method.equals("GET")) {
            return person.get(path, path.startsWith("/api/") ? "application/json" : "text/html");
        }
        String page = person.get("/search").text(); // any small page: its form of signing out carries the token
        if (method.equals("PUT")) {
            return person.put(path, Map.of());
        }
        return path.matches("/import/[a-z]+|.*/attachments")
                ? person.upload(path, page, "file", "空.xlsx", new byte[0])
                : person.form(path, page, Map.of());
    }

    /** A redirect turns away when it leads elsewhere than on: to the sign-in, or out of the webapp. */
    private static boolean isTurnedAway(Answer answer, String path) {
        return answer.status() != 302 || !answer.location().contains(path.split("/")[1]);
    }

    private static List<String[]> rows(String table) {
        return table.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .toList();
    }

    private static Set<String> people(String named) {
        return switch (named) {
            case "all" -> Set.copyOf(EVERYBODY);
            case "nobody" -> Set.of();
            default -> Set.of(named.split("\\s+"));
        };
    }

    private static String filled(String path, Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private static List<String> patterns(RequestMappingInfo mapping) {
        List<String> patterns = new ArrayList<>();
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        mapping.getPathPatternsCondition()
                .getPatterns()
                .forEach(pattern -> methods.forEach(method -> patterns.add(method + " " + pattern.getPatternString())));
        return patterns;
    }

    private static boolean covers(String pattern, String row) {
        String[] asked = row.split("\\s+");
        String[] mapped = pattern.split(" ");
        String path = asked[1].replaceAll("\\?.*", "").replaceAll("\\{[^}]+}", "x");
        return asked[0].equals(mapped[0])
                && org.springframework.web.util.pattern.PathPatternParser.defaultInstance
                        .parse(mapped[1])
                        .matches(PathContainer.parsePath(path));
    }
}

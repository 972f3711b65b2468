package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.Documents;
import cn.anchang.approval.Remark;
import cn.anchang.mail.Delivery;
import cn.anchang.mail.LetterState;
import cn.anchang.mail.LetterView;
import cn.anchang.mail.Outbox;
import cn.anchang.mail.ServerTroubles;
import cn.anchang.marketing.ReportContent;
import cn.anchang.marketing.ReportMetric;
import cn.anchang.payment.Ledger;
import cn.anchang.shared.Money;
import cn.anchang.testing.Jobs;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 日/周/月销售总结与计划 of sites of their own: opened, written on time or late, mailed, corrected and approved (R26). */
class SalesReportJourneyTest extends JourneyTest {

    @Autowired
    Jobs jobs;

    @Autowired
    Documents documents;

    @Autowired
    Outbox outbox;

    @Autowired
    Delivery delivery;

    @Autowired
    ServerTroubles troubles;

    @Autowired
    GreenMail catcher;

    @Autowired
    Ledger ledger;

    @Test
    void theNightOpensAReportForEachSiteWithTheNumbersOfTheLedger() {
        Sale busy = sale().paid();
        Sale quiet = sale().visited();
        night(busy.site(), quiet.site());

        ReportContent content = content(day(busy.site()));
        assertThat(content.figures().visits()).isOne();
        assertThat(content.figures().subscriptions().count()).isOne();
        assertThat(content.figures().receipts())
                .isEqualTo(Money.of(jdbc.queryForObject(
                        "select sum(amount) from sales.payments where account_id = ? and state = 'CONFIRMED'",
                        BigDecimal.class,
                        busy.caseId())))
                .isEqualTo(Money.of("1000000"));
        assertThat(content(day(quiet.site())).figures().receipts()).isEqualTo(Money.ZERO);
        assertThat(content.last()).isNull();
        assertThat(content.happened()).isNull();

        JsonNode card = card(day(busy.site()));
        assertThat(card.toString()).contains("本期数据", "回款（元）", "1,000,000.00", "库存");
        jobs.begin("sales-report-schedule");
        assertThat(reports(busy.site(), "DAY"))
                .as("a doubled run opens nothing twice")
                .hasSize(1);
        assertThat(at(DIRECTOR)
                        .get("/documents/" + documentOf(day(busy.site())))
                        .status())
                .isEqualTo(200);
        assertThat(at(CHEN).get("/documents/" + documentOf(day(busy.site()))).status())
                .isIn(403, 404);
    }

    @Test
    void writtenOnTimeItIsMailedAndItsPlanStandsBesideWhatCameOfIt() {
        Sale sale = sale().visited();
        night(sale.site());
        UUID first = day(sale.site());
        Map<String, Object> form = form();
        form.put("tasks", List.of(task("回访意向客户", CHEN)));
        accepted(save(first, Map.of("happened", "写到一半", "visits", 4)));
        assertThat(card(first).path("prefill").path("happened").asText()).isEqualTo("写到一半");
        accepted(write(first, form));

        assertThat(jdbc.queryForMap("select on_time, minutes_late from sales.sales_reports where id = ?", first))
                .containsEntry("on_time", true)
                .containsEntry("minutes_late", null);
        assertThat(endOf(first)).isEqualTo("endEvent_reportSubmitted");
        byte[] workbook = at(MANAGER).download(WorkbooksJourneyTest.attachedTo(jdbc, first.toString()));
        WorkbooksJourneyTest.keep("report.xlsx", workbook);
        assertThat(WorkbooksJourneyTest.numbers(workbook, "来访")).contains(1.0);
        assertThat(remarks(first)).anySatisfy(remark -> assertThat(remark).startsWith("按时提交"));
        LetterView letter = onlyLetter(first);
        assertThat(letter.to()).isEqualTo("wu.zong@anchang.example");
        assertThat(letter.subject()).contains("日总结与计划").doesNotContain("修订版", "迟交");
        assertThat(letter.text()).contains("【本期数据】", "来访（组）", "按时提交", "赵明", "晴天来访多", "回访意向客户", "陈晓");

        LocalDate saturday = LocalDate.ofInstant(clock.instant(), clock.getZone());
        night(sale.site());
        UUID second = report(sale.site(), "DAY", saturday);
        ReportContent next = content(second);
        assertThat(next.last().visits()).isEqualTo(5);
        assertThat(next.figures().visits()).isZero();
        refused(write(second, form()), "回访意向客户");
        Map<String, Object> answered = form();
        answered.put(
                "reviews", List.of(Map.of("key", next.reviews().get(0).task().key(), "result", "PARTLY")));
        answered.put("tasks", List.of(task("盘点", "nobody.known")));
        refused(write(second, answered), "nobody.known");
        answered.put("tasks", List.of());
        accepted(write(second, answered));
        assertThat(onlyLetter(second).text()).contains("【上期计划与完成】", "部分完成", "0%");
    }

    @Test
    void moneyReceivedAfterTheOpeningIsInTheSubmittedReportAndItsLetter() {
        Sale sale = sale().subscribed();
        night(sale.site());
        UUID report = day(sale.site());
        assertThat(content(report).figures().receipts()).isEqualTo(Money.of("50000"));
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), clock.getZone()).minusDays(1);
        accepted(sale.submit(
                CASHIER,
                "userTask_collectFirstPayment",
                SaleForms.money("20000.00", sale.person().name(), "SN" + UUID.randomUUID(), yesterday)));
        forwardTo(LocalTime.of(8, 5));
        accepted(write(report, form()));

        assertThat(content(report).figures().receipts()).isEqualTo(Money.of("70000"));
        assertThat(onlyLetter(report).text()).contains("70,000.00", "08:05");
        assertThat(remarks(report)).anySatisfy(remark -> assertThat(remark).matches("数据截至 .* 08:05。"));
        night(sale.site());
        assertThat(corrections(report)).as("nothing was missing").isEmpty();
    }

    @Test
    void twoTasksUnderOneKeyAreRefusedAndALongDelayIsToldInDays() {
        Sale sale = sale().visited();
        night(sale.site());
        UUID report = day(sale.site());
        clock.forward(Duration.ofDays(3));
        forwardTo(LocalTime.of(11, 40));
        Map<String, Object> form = form();
        form.put("tasks", List.of(task("回访", CHEN), task("盘点房源", CHEN)));
        refused(write(report, form), "盘点房源");
        form.put("tasks", List.of(task("回访", CHEN)));
        accepted(write(report, form));
        assertThat(remarks(report)).anySatisfy(remark -> assertThat(remark).startsWith("迟交 3 天 2 小时："));
    }

    @Test
    void aRejectedMonthIsOpenedAgainByHandOnly() {
        Sale sale = sale().visited();
        LocalDate lastMonth =
                LocalDate.ofInstant(clock.instant(), clock.getZone()).minusMonths(1);
        UUID month = openByHand(sale.site(), "MONTH", lastMonth);
        Map<String, Object> planned = form();
        planned.put("tasks", List.of(task("盘点房源", CHEN)));
        accepted(write(month, planned));
        decide(month, DIRECTOR, "REJECT", "数据口径不对");
        assertThat(endOf(month)).isEqualTo("endEvent_reportRejected");

        onlyTheseReport();
        jdbc.update(
                "update sales.report_sites set starts_on = ? where project_id = ?",
                lastMonth.minusMonths(1),
                sale.site().projectId());
        jobs.begin("sales-report-schedule");
        assertThat(reports(sale.site(), "MONTH"))
                .filteredOn(report -> fromDay(report).equals(lastMonth.withDayOfMonth(1)))
                .as("the night does not open it again")
                .containsExactly(month);

        accepted(at(MANAGER).startForm("sales-report", start(sale.site(), "MONTH", lastMonth)));
        UUID again = jdbc.queryForObject(
                "select id from sales.sales_reports where project_id = ? and kind = 'MONTH' and from_day = ?"
                        + " and not rejected",
                UUID.class,
                sale.site().projectId(),
                lastMonth.withDayOfMonth(1));
        run(again);
        refused(at(MANAGER).startForm("sales-report", start(sale.site(), "MONTH", lastMonth)), "已经开立");
        accepted(write(again, form()));
        UUID next = openFollowing(sale, lastMonth.plusMonths(1));
        assertThat(content(next).reviews())
                .as("the rejected plan counts for nothing")
                .isEmpty();
        assertThat(content(next).last().visits()).isEqualTo(5);
    }

    private UUID openFollowing(Sale sale, LocalDate day) {
        clock.forward(Duration.ofDays(31));
        accepted(at(MANAGER).startForm("sales-report", start(sale.site(), "MONTH", day)));
        UUID report = report(sale.site(), "MONTH", day.withDayOfMonth(1));
        run(report);
        return report;
    }

    private LocalDate fromDay(UUID report) {
        return jdbc.queryForObject("select from_day from sales.sales_reports where id = ?", LocalDate.class, report);
    }

    @Test
    void aLateReportIsRemindedEscalatedAndStaysLate() {
        Sale sale = sale().visited();
        night(sale.site());
        UUID late = day(sale.site());
        forwardTo(LocalTime.of(9, 30));
        run(late);
        assertThat(outbox.about(late.toString()))
                .extracting(LetterView::to)
                .containsExactly("zhao.ming@anchang.example");
        assertThat(remarks(late)).anySatisfy(remark -> assertThat(remark).startsWith("迟交"));
        forwardTo(LocalTime.of(13, 30));
        run(late);
        assertThat(outbox.about(late.toString()))
                .extracting(LetterView::to)
                .containsExactly("zhao.ming@anchang.example", "zhou.kai@anchang.example");
        forwardTo(LocalTime.of(13, 45));

        accepted(write(late, form()));

        assertThat(jdbc.queryForMap("select on_time, minutes_late from sales.sales_reports where id = ?", late))
                .containsEntry("on_time", false)
                .containsEntry("minutes_late", 255);
        assertThat(remarks(late))
                .anySatisfy(remark -> assertThat(remark).startsWith("迟交 4 小时 15 分钟："))
                .contains("已上报营销总监。");
        assertThat(outbox.about(late.toString()).get(2).subject()).endsWith("（迟交 4 小时 15 分钟）");
    }

    @Test
    void aPaymentReversedAfterwardsIsACorrectionLineAndTheReportStays() {
        Sale sale = sale().subscribed();
        accepted(sale.pay("100000.00"));
        night(sale.site());
        UUID report = day(sale.site());
        accepted(write(report, form()));
        String before = storedContent(report);
        sale.reverseLastPayment(ledger);
        LocalDate second = LocalDate.ofInstant(clock.instant(), clock.getZone());

        night(sale.site());

        assertThat(corrections(report)).containsExactly("RECEIPTS 150000.00 50000.00");
        assertThat(storedContent(report)).isEqualTo(before);
        assertThat(remarks(report)).anySatisfy(remark -> assertThat(remark).contains("150,000.00", "50,000.00"));
        UUID next = report(sale.site(), "DAY", second);
        assertThat(content(next).corrections()).singleElement().satisfies(line -> {
            assertThat(line.metric()).isEqualTo(ReportMetric.RECEIPTS);
            assertThat(line.became()).isEqualTo("50000.00");
        });
        accepted(write(next, form()));
        assertThat(onlyLetter(next).text()).contains("【前期数据更正】", "150,000.00");

        LocalDate third = LocalDate.ofInstant(clock.instant(), clock.getZone());
        night(sale.site());
        assertThat(corrections(report)).as("the same difference is noted once").hasSize(1);
        assertThat(content(report(sale.site(), "DAY", third)).corrections())
                .as("and told once")
                .isEmpty();
        accepted(sale.submit(
                CASHIER,
                "userTask_collectFirstPayment",
                SaleForms.money("20000.00", sale.person().name(), "SN" + UUID.randomUUID(), second.minusDays(1))));
        night(sale.site());
        assertThat(corrections(report))
                .as("a further change is a further line")
                .containsExactly("RECEIPTS 150000.00 50000.00", "RECEIPTS 50000.00 70000.00");
    }

    @Test
    void whileTheMailServerIsAwayNothingIsLostAndOneTroubleIsSeen() throws Exception {
        Sale sale = sale().visited();
        night(sale.site());
        delivery.deliverDue();
        long before = troubles.latest(1000).size();
        catcher.stop();
        try {
            accepted(write(day(sale.site()), form()));
            for (int i = 0; i < 4; i++) {
                delivery.deliverDue();
                clock.forward(Duration.ofMinutes(2));
            }
            assertThat(onlyLetter(day(sale.site())).state()).isEqualTo(LetterState.WAITING);
            assertThat(troubles.latest(1000)).hasSize((int) before + 1);
            assertThat(at(MANAGER).get("/").text()).contains("起不收信");
        } finally {
            catcher.start();
        }
        clock.forward(Duration.ofHours(1));
        delivery.deliverDue();
        assertThat(onlyLetter(day(sale.site())).state()).isEqualTo(LetterState.SENT);
        assertThat(troubles.open()).isEmpty();
        assertThat(troubles.latest(1000)).hasSize((int) before + 1);
        String subject = onlyLetter(day(sale.site())).subject();
        assertThat(Arrays.stream(catcher.getReceivedMessages()).map(SalesReportJourneyTest::subjectOf))
                .containsOnlyOnce(subject);
        assertThat(at(GENERAL_MANAGER).get("/sample/mailbox").text()).contains(subject, "【本期数据】");
    }

    @Test
    void aMonthsReportIsReturnedThreeTimesAndApprovedByBoth() {
        Sale sale = sale().visited();
        LocalDate lastMonth =
                LocalDate.ofInstant(clock.instant(), clock.getZone()).minusMonths(1);
        UUID month = openByHand(sale.site(), "MONTH", lastMonth);
        for (int round = 1; round <= 3; round++) {
            accepted(write(month, form("第 %d 次修改".formatted(round))));
            decide(month, DIRECTOR, "RETURN", "请补充原因");
            run(month);
        }
        refused(write(month, form("")), "修改内容");
        accepted(write(month, form("补充了原因")));
        decide(month, DIRECTOR, "AGREE", "");
        decide(month, GENERAL_MANAGER, "AGREE", "");

        assertThat(endOf(month)).isEqualTo("endEvent_reportApproved");
        assertThat(jdbc.queryForList(
                        "select state from sales.document_versions where document_id = ? order by number",
                        String.class,
                        documentOf(month)))
                .containsExactly("RETURNED", "RETURNED", "RETURNED", "APPROVED");
        assertThat(jdbc.queryForObject("select on_time from sales.sales_reports where id = ?", Boolean.class, month))
                .as("that of the first submission")
                .isTrue();
        assertThat(outbox.about(month.toString()).stream()
                        .filter(letter -> letter.to().startsWith("wu.zong"))
                        .map(LetterView::subject))
                .hasSize(4)
                .filteredOn(subject -> subject.contains("修订版"))
                .hasSize(3);
        refused(at(MANAGER).startForm("sales-report", start(sale.site(), "MONTH", lastMonth)), "已经开立");
        refused(
                at(MANAGER)
                        .startForm(
                                "sales-report",
                                start(
                                        sale.site(),
                                        "MONTH",
                                        lastMonth.plusMonths(1).plusDays(40))),
                "才结束");
    }

    @Test
    void aWeeksReportTakenBackIsWrittenAgainAndReviewedByTheDirectorAlone() {
        Sale sale = sale().visited();
        LocalDate lastWeek =
                LocalDate.ofInstant(clock.instant(), clock.getZone()).minusWeeks(1);
        UUID week = openByHand(sale.site(), "WEEK", lastWeek);
        accepted(write(week, form()));
        String page = "/documents/" + documentOf(week);
        assertThat(at(MANAGER)
                        .form(page + "/withdraw", at(MANAGER).get(page).text(), Map.of())
                        .status())
                .isIn(302, 303);
        run(week);
        assertThat(at(DIRECTOR).tasksOf(week.toString())).isEmpty();
        assertThat(card(week).path("prefill").path("happened").asText()).isEqualTo("晴天来访多");

        accepted(write(week, form("更正了来访原因")));
        decide(week, DIRECTOR, "AGREE", "");

        assertThat(endOf(week)).isEqualTo("endEvent_reportApproved");
        assertThat(at(GENERAL_MANAGER).tasksOf(week.toString())).isEmpty();
    }

    @Test
    void aWeekWithoutTheScheduleIsCaughtUp() {
        Sale sale = sale().visited();
        LocalDate first = sale.today();
        clock.forward(Duration.ofDays(7));

        onlyTheseReport(sale.site());
        jobs.begin("sales-report-schedule");

        assertThat(reports(sale.site(), "DAY")).hasSize(7);
        assertThat(reports(sale.site(), "WEEK")).hasSize(1);
        assertThat(jdbc.queryForObject(
                        "select min(from_day) from sales.sales_reports where project_id = ? and kind = 'DAY'",
                        LocalDate.class,
                        sale.site().projectId()))
                .isEqualTo(first);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.sales_reports where project_id = ? and due_at <= ?",
                        Integer.class,
                        sale.site().projectId(),
                        java.sql.Timestamp.from(clock.instant())))
                .as("nobody is late because the schedule was")
                .isZero();
        reports(sale.site(), null).forEach(this::run);
        reports(sale.site(), "DAY").forEach(report -> assertThat(taskOf(report)).isNotNull());
        Map<String, Object> planned = form();
        planned.put("tasks", List.of(task("补拍样板间", MARKETING)));
        accepted(write(report(sale.site(), "DAY", first), planned));
        assertThat(content(report(sale.site(), "DAY", first.plusDays(1))).last().visits())
                .as("the plan reaches the report that was opened beside it")
                .isEqualTo(5);
    }

    @Test
    void aPersonMayBeginTheScheduleAndOnlyThoseEntitled() {
        Sale sale = sale().visited();
        onlyTheseReport(sale.site());
        clock.forward(Duration.ofDays(1));
        refused(at(DIRECTOR).startForm("sales-report-schedule", Map.of("confirmed", false)), "不完整");
        accepted(at(DIRECTOR).startForm("sales-report-schedule", Map.of("confirmed", true)));
        jobs.begin("sales-report-schedule");
        assertThat(reports(sale.site(), "DAY")).hasSize(1);
        assertThat(at(CHEN).startForm("sales-report-schedule", Map.of("confirmed", true))
                        .status())
                .isEqualTo(403);
    }

    // ---- the night

    /** Half past midnight of the next day, for these sites alone: other tests' sites have reports of nobody. */
    private void night(SalesSite... sites) {
        onlyTheseReport(sites);
        clock.forward(Duration.ofDays(1));
        clock.moveTo(clock.instant()
                .atZone(clock.getZone())
                .with(LocalTime.of(0, 31))
                .toInstant());
        jobs.begin("sales-report-schedule");
        Stream.of(sites).flatMap(site -> reports(site, null).stream()).forEach(this::run);
    }

    private void onlyTheseReport(SalesSite... sites) {
        jdbc.update("insert into sales.report_sites select id, date '2999-01-01' from sales.projects"
                + " on conflict (project_id) do update set starts_on = excluded.starts_on");
        for (SalesSite site : sites) {
            jdbc.update("delete from sales.report_sites where project_id = ?", site.projectId());
        }
    }

    private void forwardTo(LocalTime time) {
        clock.moveTo(clock.instant().atZone(clock.getZone()).with(time).toInstant());
    }

    /** What the job executor would do of this report by now. */
    private void run(UUID report) {
        identity.clearAuthentication();
        for (Job job = next(report); job != null; job = next(report)) {
            management.executeJob(job.getId());
        }
    }

    private Job next(UUID report) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(report.toString()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(clock.instant()))
                .findFirst()
                .orElse(null);
    }

    // ---- steps

    private UUID openByHand(SalesSite site, String kind, LocalDate day) {
        accepted(at(MANAGER).startForm("sales-report", start(site, kind, day)));
        UUID report = reports(site, kind).get(0);
        run(report);
        return report;
    }

    private static Map<String, Object> start(SalesSite site, String kind, LocalDate day) {
        return Map.of("projectId", site.projectId().toString(), "kind", kind, "day", day.toString());
    }

    private static Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        form.put("happened", "晴天来访多");
        form.put("causes", "周边新盘开盘分流");
        form.put("visits", 5);
        form.put("subscriptions", 1);
        form.put("contracts", 1);
        form.put("receipts", "500000.00");
        return form;
    }

    private static Map<String, Object> form(String changed) {
        Map<String, Object> form = form();
        form.put("happened", "晴天来访多 " + changed);
        form.put("changed", changed);
        return form;
    }

    private Map<String, Object> task(String title, String owner) {
        return Map.of(
                "key",
                "t1",
                "title",
                title,
                "owner",
                owner,
                "day",
                LocalDate.ofInstant(clock.instant(), clock.getZone()).toString());
    }

    private OpenTask taskOf(UUID report) {
        return at(MANAGER).taskOf(report.toString(), "userTask_writeReport");
    }

    private Answer save(UUID report, Map<String, Object> form) {
        return at(MANAGER).put("/api/tasks/" + taskOf(report).id() + "/draft", form);
    }

    private Answer write(UUID report, Map<String, Object> form) {
        TasklistSession manager = at(MANAGER);
        OpenTask task = taskOf(report);
        if (task.assignee() == null) {
            accepted(manager.claim(task.id()));
        }
        Answer answer = manager.submitForm(task.id(), form);
        if (answer.isOk()) {
            run(report);
        }
        return answer;
    }

    private void decide(UUID report, String person, String decision, String reason) {
        TasklistSession approver = at(person);
        OpenTask task = approver.taskOf(report.toString(), "userTask_decide");
        accepted(approver.claim(task.id()));
        String fingerprint = documents
                .versionView(documents.currentVersion(documentOf(report)).orElseThrow())
                .fingerprint();
        accepted(approver.submitForm(
                task.id(), Map.of("decision", decision, "reason", reason, "fingerprint", fingerprint)));
    }

    // ---- looks

    private List<UUID> reports(SalesSite site, String kind) {
        return jdbc.queryForList(
                "select id from sales.sales_reports where project_id = ? and (cast(? as text) is null or kind = ?)"
                        + " order by from_day",
                UUID.class,
                site.projectId(),
                kind,
                kind);
    }

    private UUID report(SalesSite site, String kind, LocalDate from) {
        return jdbc.queryForObject(
                "select id from sales.sales_reports where project_id = ? and kind = ? and from_day = ?",
                UUID.class,
                site.projectId(),
                kind,
                from);
    }

    private UUID day(SalesSite site) {
        return reports(site, "DAY").get(0);
    }

    private UUID documentOf(UUID report) {
        return jdbc.queryForObject("select document_id from sales.sales_reports where id = ?", UUID.class, report);
    }

    private ReportContent content(UUID report) {
        return documents.content(documents.currentVersion(documentOf(report)).orElseThrow(), ReportContent.class);
    }

    private String storedContent(UUID report) {
        return jdbc.queryForObject(
                "select content || fingerprint from sales.document_versions where document_id = ?",
                String.class,
                documentOf(report));
    }

    private JsonNode card(UUID report) {
        Answer card = at(MANAGER).get("/api/tasks/" + taskOf(report).id() + "/document");
        accepted(card);
        return card.json();
    }

    private List<String> remarks(UUID report) {
        return documents.view(documentOf(report)).remarks().stream()
                .map(Remark::text)
                .toList();
    }

    private List<String> corrections(UUID report) {
        return jdbc.queryForList(
                "select metric || ' ' || was || ' ' || became from sales.report_corrections where report_id = ?"
                        + " order by noticed_at",
                String.class,
                report);
    }

    private LetterView onlyLetter(UUID report) {
        List<LetterView> letters = outbox.about(report.toString());
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private String endOf(UUID report) {
        identity.clearAuthentication();
        return endOf(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(report.toString())
                .processDefinitionKey("sales-report")
                .singleResult()
                .getId());
    }

    private static String subjectOf(jakarta.mail.internet.MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

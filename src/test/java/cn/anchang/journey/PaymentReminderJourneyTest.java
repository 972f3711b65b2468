package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.PaymentReminders;
import cn.anchang.collection.PreviewLine;
import cn.anchang.collection.ReminderDesk;
import cn.anchang.collection.ReminderOutcome;
import cn.anchang.mail.Delivery;
import cn.anchang.payment.Ledger;
import cn.anchang.shared.Money;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.OpenTask;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 付款提醒 (R16, R17) over the days: a contract with instalments, letters that leave, money that comes. */
class PaymentReminderJourneyTest extends JourneyTest {

    @Autowired
    PaymentReminders reminders;

    @Autowired
    ReminderDesk desk;

    @Autowired
    Delivery delivery;

    @Autowired
    Ledger ledger;

    /** What other journeys left due is reminded first, so that only the own sale's letters are counted. */
    @BeforeEach
    void nothingOldIsDue() {
        run();
        delivery.deliverDue();
    }

    @Test
    void eachLevelIsSentOnceAndNoneWhenThePaymentIsIn() {
        Sale sale = sale().inInstalments();
        LocalDate due = dueOf(sale, 3);

        to(due.minusDays(8));
        run();
        assertThat(levels(sale)).isEmpty();
        for (int day = -7; day <= 2; day++) {
            to(due.plusDays(day));
            run();
            run();
            delivery.deliverDue();
        }
        assertThat(levels(sale)).containsExactly("-7 SENT", "-3 SENT", "0 SENT", "1 SENT");
        assertThat(subjects(sale))
                .hasSize(4)
                .first()
                .asString()
                .contains("付款提醒", "300,000.00", "到期")
                .doesNotContain("已于");
        assertThat(text(sale)).contains("叁拾万元整", "预售资金监管账户", "陈晓", sale.person().name());

        sale.receive(ledger, "300000.00");
        to(due.plusDays(7));
        run();
        delivery.deliverDue();
        assertThat(levels(sale)).hasSize(4);
    }

    @Test
    void afterDaysWithoutARunOnlyTheLatestLevelIsSent() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3).plusDays(9));
        run();
        assertThat(levels(sale)).containsExactly("7 POSTED");
        to(dueOf(sale, 3).plusDays(15));
        run();
        assertThat(levels(sale)).hasSize(1);
    }

    @Test
    void whatIsPaidBetweenPostingAndSendingDoesNotLeaveAndTheReasonIsKept() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3));
        run();
        sale.receive(ledger, "300000.00");
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SUPPRESSED");
        assertThat(reasons(sale)).containsExactly("这一期已经付清");
    }

    @Test
    void whoHasPaidAPartReadsWhatIsLeft() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3));
        run();
        sale.receive(ledger, "100000.00");
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SENT");
        assertThat(text(sale)).contains("已付金额：100,000.00 元", "本次应付：200,000.00 元", "贰拾万元整");
        assertThat(subjects(sale)).singleElement().asString().contains("200,000.00");
    }

    @Test
    void moneyTakenBackIsAskedForAgainAtTheNextLevel() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3).minusDays(7));
        sale.receive(ledger, "300000.00");
        run();
        assertThat(levels(sale)).isEmpty();
        sale.reverseLastPayment(ledger);
        to(dueOf(sale, 3));
        run();
        assertThat(levels(sale)).containsExactly("0 POSTED");
    }

    @Test
    void anInstalmentPutOffIsNotAskedForAtItsOldDayAndIsAtItsNew() {
        Sale sale = sale().inInstalments();
        LocalDate old = dueOf(sale, 3);
        to(old);
        run();
        putOff(sale, 3, 20);
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SUPPRESSED");
        assertThat(reasons(sale)).singleElement().asString().contains("付款计划已变更");

        run();
        assertThat(levels(sale)).hasSize(1);
        to(old.plusDays(20));
        run();
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SUPPRESSED", "0 SENT");
    }

    @Test
    void aNewRevisionOfThePlanDoesNotRemindOfWhatStayedAsItWas() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3));
        run();
        delivery.deliverDue();
        putOff(sale, 4, 5);
        run();
        assertThat(levels(sale)).containsExactly("0 SENT");
    }

    @Test
    void aHeldSaleGetsNothingUntilItIsReleased() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3));
        run();
        assertThat(desk.hold(UUID.randomUUID(), "不存在", sale.today(), CASHIER))
                .isInstanceOf(ReminderOutcome.UnknownSale.class);
        assertThat(desk.hold(sale.caseId(), " ", sale.today(), CASHIER))
                .isInstanceOf(ReminderOutcome.HoldUnreadable.class);
        assertThat(desk.hold(sale.caseId(), "房款争议，律师函处理中", sale.today().plusDays(30), CASHIER))
                .isInstanceOf(ReminderOutcome.Held.class);
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SUPPRESSED");
        to(dueOf(sale, 3).plusDays(1));
        run();
        assertThat(levels(sale)).hasSize(1);
        assertThat(preview(sale, sale.today())).contains("房款争议");

        desk.release(sale.caseId(), CASHIER);
        assertThat(desk.release(sale.caseId(), CASHIER)).isInstanceOf(ReminderOutcome.NotHeld.class);
        run();
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SUPPRESSED", "1 SENT");
    }

    @Test
    void aClockThatJumpsOverTwoDaysSendsTheLatestLevelOnly() {
        List<Sale> sales = List.of(sale().inInstalments(), sale().inInstalments(), sale().inInstalments());
        LocalDate due = dueOf(sales.get(0), 3);
        to(due.minusDays(1));
        run();
        sales.forEach(sale -> assertThat(levels(sale)).containsExactly("-3 POSTED"));
        to(due.plusDays(1));
        delivery.deliverDue();
        run();
        delivery.deliverDue();
        sales.forEach(sale -> assertThat(levels(sale)).containsExactly("-3 SUPPRESSED", "1 SENT"));
        to(due.minusDays(1));
        run();
        delivery.deliverDue();
        sales.forEach(sale -> assertThat(levels(sale)).as("back again").hasSize(2));
    }

    @Test
    void nothingLeavesAtNight() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3));
        clock.moveTo(clock.instant()
                .atZone(clock.getZone())
                .with(LocalTime.of(20, 0))
                .toInstant());
        run();
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 POSTED");
        clock.moveTo(clock.instant()
                .atZone(clock.getZone())
                .plusDays(1)
                .with(LocalTime.of(9, 0))
                .toInstant());
        delivery.deliverDue();
        assertThat(levels(sale)).as("by then the next level is due").containsExactly("0 SUPPRESSED");
        run();
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SUPPRESSED", "1 SENT");
    }

    @Test
    void aCustomerWithoutAnAddressIsCalledAndNotOnceTheMoneyIsIn() {
        Sale sale = withoutAddress();
        to(dueOf(sale, 3).minusDays(3));
        run();
        assertThat(levels(sale)).containsExactly("-3 CALL");
        UUID call = reminder(sale);
        OpenTask task = at(CHEN).taskOf(call.toString(), "userTask_callCustomer");
        assertThat(at(CHEN).get("/api/tasks/" + task.id() + "/document")
                        .json()
                        .path("facts")
                        .toString())
                .contains(sale.person().name(), "300,000.00", "客户没有邮箱");
        assertThat(at(CHEN).submitForm(task.id(), Map.of("note", "")).isOk()).isFalse();
        assertThat(at(CHEN).submitForm(
                                task.id(),
                                Map.of(
                                        "note",
                                        "客户说下周付",
                                        "promisedOn",
                                        sale.today().minusDays(1).toString()))
                        .message())
                .contains("已经过去");
        accepted(at(CHEN).submitForm(
                        task.id(),
                        Map.of(
                                "note",
                                "客户说下周付",
                                "promisedOn",
                                sale.today().plusDays(5).toString())));
        assertThat(levels(sale)).containsExactly("-3 CALLED");

        to(dueOf(sale, 3));
        run();
        assertThat(levels(sale)).containsExactly("-3 CALLED", "0 CALL");
        sale.receive(ledger, "100000.00");
        assertThat(levels(sale)).containsExactly("-3 CALLED", "0 CALL");
        sale.receive(ledger, "200000.00");
        assertThat(levels(sale)).containsExactly("-3 CALLED", "0 SETTLED");
        assertThat(at(CHEN).tasksOf(reminder(sale).toString())).isEmpty();
    }

    @Test
    void aLetterThatIsRefusedForGoodBecomesACall() {
        Sale sale = sale().inInstalments();
        called(sale, "这里没有地址", sale.person().name());
        to(dueOf(sale, 3));
        run();
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 CALL");
        assertThat(reasons(sale)).singleElement().asString().contains("邮件无法送达", "由置业顾问致电");
        assertThat(at(CHEN).taskOf(reminder(sale).toString(), "userTask_callCustomer")
                        .assignee())
                .isEqualTo(CHEN);
    }

    @Test
    void whatACustomerIsCalledAddsNoHeaderAndNoMarkup() {
        Sale sale = sale().inInstalments();
        called(sale, sale.person().email(), "<script>alert(1)</script>\r\nBcc: thief@example.com");
        to(dueOf(sale, 3));
        run();
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SENT");
        String html = jdbc.queryForObject(
                "select l.html from sales.letters l join sales.reminders r on r.letter_id = l.id where r.account_id = ?",
                String.class,
                sale.caseId());
        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(text(sale).lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(subjects(sale)).noneMatch(subject -> subject.contains("script"));
    }

    private void called(Sale sale, String email, String name) {
        jdbc.update(
                "update sales.customers set email = ?, name = ? where id = (select customer_id from sales.sales_cases where id = ?)",
                email,
                name,
                sale.caseId());
    }

    @Test
    void aLoansMoneyIsAskedForAtTheBankAndNeverOfTheBuyer() {
        Sale sale = sale().filedBy("COMMERCIAL");
        LocalDate due = ledger.openMoney(sale.caseId()).get(0).dueOn();
        to(due);
        run();
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SENT");
        assertThat(jdbc.queryForList(
                        "select l.recipient from sales.letters l join sales.reminders r on r.letter_id = l.id"
                                + " where r.account_id = ?",
                        String.class,
                        sale.caseId()))
                .containsExactly("chen.xiao@anchang.example")
                .doesNotContain(sale.person().email());
    }

    @Test
    void aLoanNobodyCanBeWrittenToAboutIsAskedForAtTheBankByPhone() {
        Sale sale = sale().filedBy("COMMERCIAL");
        to(ledger.openMoney(sale.caseId()).get(0).dueOn());
        String address = jdbc.queryForObject("select email_ from act_id_user where id_ = ?", String.class, CHEN);
        jdbc.update("update act_id_user set email_ = null where id_ = ?", CHEN);
        try {
            run();
        } finally {
            jdbc.update("update act_id_user set email_ = ? where id_ = ?", address, CHEN);
        }
        assertThat(levels(sale)).containsExactly("0 CALL");
        assertThat(reasons(sale)).singleElement().asString().contains("致电银行");
        OpenTask task = at(CHEN).taskOf(reminder(sale).toString(), "userTask_callCustomer");
        assertThat(at(CHEN).get(TasklistSession.ENGINE + "/task/" + task.id() + "/variables")
                        .json()
                        .path("subject")
                        .path("value")
                        .asText())
                .contains("请致电银行")
                .doesNotContain("客户");
    }

    @Test
    void aLetterSentAgainIsANewOne() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3));
        run();
        assertThat(desk.resend(reminder(sale), CASHIER)).isInstanceOf(ReminderOutcome.StillOnItsWay.class);
        delivery.deliverDue();
        UUID first = reminder(sale);
        assertThat(desk.resend(first, CASHIER)).isInstanceOf(ReminderOutcome.Resent.class);
        assertThat(desk.resend(first, CASHIER)).as("a second click").isInstanceOf(ReminderOutcome.StillOnItsWay.class);
        delivery.deliverDue();
        assertThat(levels(sale)).containsExactly("0 SENT", "0 SENT");
        assertThat(jdbc.queryForObject(
                        "select count(distinct l.message_id) from sales.letters l join sales.reminders r on r.letter_id = l.id"
                                + " where r.account_id = ?",
                        Integer.class,
                        sale.caseId()))
                .isEqualTo(2);
        sale.receive(ledger, "300000.00");
        assertThat(desk.resend(reminder(sale), CASHIER)).isInstanceOf(ReminderOutcome.NothingToRemind.class);
    }

    @Test
    void twoRunsAtOncePostOneLetter() throws Exception {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3));
        int nodes = 4;
        ExecutorService runs = Executors.newFixedThreadPool(nodes);
        try {
            CyclicBarrier ready = new CyclicBarrier(nodes);
            List<Future<Integer>> posted = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Callable<Integer> node = () -> {
                    ready.await();
                    return reminders.page(null).letters();
                };
                posted.add(runs.submit(node));
            }
            int letters = 0;
            for (Future<Integer> one : posted) {
                letters += one.get();
            }
            assertThat(letters).isPositive();
        } finally {
            runs.shutdownNow();
        }
        assertThat(levels(sale)).containsExactly("0 POSTED");
        assertThat(subjects(sale)).hasSize(1);
    }

    @Test
    void theProcessRunsItAndFinanceMayStartItByHand() {
        Sale sale = sale().inInstalments();
        to(dueOf(sale, 3));
        assertThat(at(CHEN).startForm("payment-reminder", Map.of("confirmed", true))
                        .status())
                .isEqualTo(403);
        assertThat(at(CASHIER)
                        .startForm("payment-reminder", Map.of("confirmed", false))
                        .isOk())
                .isFalse();
        accepted(at(CASHIER).startForm("payment-reminder", Map.of("confirmed", true)));
        jobs.begin("payment-reminder");
        assertThat(levels(sale))
                .as("a worker may have sent it by now")
                .singleElement()
                .asString()
                .matches("0 (POSTED|SENT)");
    }

    // ---- what stories are made of

    private void run() {
        identity.clearAuthentication();
        String last = null;
        do {
            last = reminders.page(last).last();
        } while (last != null);
    }

    private Sale withoutAddress() {
        Sale sale = sale().inInstalments();
        jdbc.update(
                "update sales.customers set email = null where id = (select customer_id from sales.sales_cases where id = ?)",
                sale.caseId());
        return sale;
    }

    private LocalDate dueOf(Sale sale, int seq) {
        return ledger.statement(sale.caseId()).orElseThrow().instalments().stream()
                .filter(line -> line.seq() == seq)
                .findFirst()
                .orElseThrow()
                .dueOn();
    }

    private void putOff(Sale sale, int seq, int days) {
        var lines = ledger.statement(sale.caseId()).orElseThrow().instalments().stream()
                .map(line -> line.seq() == seq
                        ? new cn.anchang.payment.PlanLine(
                                line.kind(), line.amount(), line.dueOn().plusDays(days))
                        : line.line())
                .toList();
        Object outcome = ledger.revisePlan(sale.caseId(), Money.of("1000000.00"), lines, "客户申请延期", MANAGER);
        assertThat(outcome).isInstanceOf(cn.anchang.payment.PlanOutcome.PlanOpened.class);
    }

    private List<String> levels(Sale sale) {
        return jdbc.queryForList(
                "select level || ' ' || state from sales.reminders where account_id = ? order by made_at, level",
                String.class,
                sale.caseId());
    }

    private List<String> reasons(Sale sale) {
        return jdbc.queryForList(
                "select reason from sales.reminders where account_id = ? order by made_at",
                String.class,
                sale.caseId());
    }

    private UUID reminder(Sale sale) {
        return jdbc.queryForObject(
                "select id from sales.reminders where account_id = ? order by made_at desc, resend_of nulls last limit 1",
                UUID.class,
                sale.caseId());
    }

    private List<String> subjects(Sale sale) {
        return jdbc.queryForList(
                "select l.subject from sales.letters l join sales.reminders r on r.letter_id = l.id where r.account_id = ?"
                        + " order by l.posted_at",
                String.class,
                sale.caseId());
    }

    private String text(Sale sale) {
        return jdbc.queryForObject(
                "select l.body from sales.letters l join sales.reminders r on r.letter_id = l.id where r.account_id = ?"
                        + " order by l.posted_at desc limit 1",
                String.class,
                sale.caseId());
    }

    private String preview(Sale sale, LocalDate day) {
        return reminders.preview(day).stream()
                .filter(line -> line.line().account().equals(sale.caseId()))
                .map(PreviewLine::reason)
                .reduce("", (one, other) -> one + other);
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.ArrearsBook;
import cn.anchang.collection.ArrearsOpening;
import cn.anchang.collection.ArrearsView;
import cn.anchang.collection.LateFee;
import cn.anchang.collection.ReminderDesk;
import cn.anchang.collection.WaiverDesk;
import cn.anchang.collection.WaiverOutcome;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanOutcome;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 逾期催收 (R16, R18, R19) over the months: calls, the letter, the review, and the money that ends it. */
class ArrearsJourneyTest extends JourneyTest {

    @Autowired
    ArrearsOpening opening;

    @Autowired
    ArrearsBook book;

    @Autowired
    WaiverDesk waivers;

    @Autowired
    ReminderDesk reminders;

    @Autowired
    Ledger ledger;

    /** What other journeys left unpaid is opened first, so that only the own sale is counted. */
    @BeforeEach
    void nothingOldIsOverdue() {
        Debt.opened(this, opening);
    }

    @Test
    void fifteenDaysLateItIsOneConsultantsHoweverOftenItIsRun() {
        Sale sale = sale().inInstalments();
        LocalDate due = Debt.dueOn(this, sale);
        to(due.plusDays(14));
        Debt.opened(this, opening);
        assertThat(states(sale)).isEmpty();
        to(due.plusDays(15));
        jobs.begin("payment-reminder");
        jobs.begin("payment-reminder");
        Debt.opened(this, opening);
        assertThat(states(sale)).containsExactly("OPEN");
        Debt debt = Debt.lasting(this, sale);
        assertThat(debt.openTasks()).containsExactly("userTask_callDebtor");
        assertThat(debt.card(CHEN, "userTask_callDebtor").path("facts").toString())
                .contains(sale.person().name(), "300,000.00", "逾期 15 天", "450.00");
        assertThat(debt.day("letter_from")).isEqualTo(due.plusDays(30));
        assertThat(debt.day("review_from")).isEqualTo(due.plusDays(90));
    }

    @Test
    void fourNodesAtOnceOpenOne() throws Exception {
        Sale sale = sale().inInstalments();
        to(Debt.dueOn(this, sale).plusDays(20));
        int nodes = 4;
        ExecutorService runs = Executors.newFixedThreadPool(nodes);
        int opened = 0;
        try {
            CyclicBarrier ready = new CyclicBarrier(nodes);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Callable<Integer> node = () -> {
                    ready.await();
                    return Debt.opened(this, opening);
                };
                answers.add(runs.submit(node));
            }
            for (Future<Integer> one : answers) {
                opened += one.get();
            }
        } finally {
            runs.shutdownNow();
        }
        assertThat(opened).isPositive();
        assertThat(states(sale)).containsExactly("OPEN");
        assertThat(running(Debt.lasting(this, sale))).isEqualTo(1);
    }

    @Test
    void aPromiseBringsTheCallBackTheDayAfterItAndNoPromisePutsOffTheLetter() {
        Sale sale = sale().inInstalments();
        Debt debt = Debt.of(this, sale, opening);
        LocalDate today = sale.today();
        refused(debt.call("说过几天", today.minusDays(1)), "已经过去");
        assertThat(debt.call("", today).isOk()).isFalse();
        accepted(debt.call("说三天内付", today.plusDays(3)));
        assertThat(debt.openTasks()).isEmpty();
        assertThat(debt.on(today.plusDays(3)).openTasks()).isEmpty();
        assertThat(debt.on(today.plusDays(4)).openTasks()).containsExactly("userTask_callDebtor");
        assertThat(debt.card(CHEN, "userTask_callDebtor").path("facts").toString())
                .contains("说三天内付（承诺");
        accepted(debt.call("说年底再付", today.plusDays(200)));
        assertThat(debt.letterIsDue().openTasks()).containsExactly("userTask_writeDemand");
        assertThat(debt.acts()).containsExactly("CALL chen.xiao", "CALL chen.xiao");
    }

    @Test
    void fromTheLetterToTheReviewAndAnOrderToUndoTheSale() {
        Sale sale = sale().inInstalments();
        Debt debt = Debt.of(this, sale, opening).letterIsDue();
        assertThat(debt.write(Map.of("days", 0)).isOk()).isFalse();
        debt.written().decided(DIRECTOR, "RETURN");
        refused(debt.write(Map.of("days", 15)), "改了什么");
        accepted(debt.write(Map.of("days", 20, "words", "请与置业顾问联系", "changed", "延长付款期限")));
        assertThat(debt.decide(debt.key(), CASHIER, "AGREE").isOk())
                .as("who wrote it")
                .isFalse();
        debt.decided(DIRECTOR, "AGREE");
        assertThat(debt.card(CASHIER, "userTask_sendDemand").path("facts").toString())
                .as("the letter as it was approved, to be printed")
                .contains("催款函 WD-", "/papers/" + sale.caseId());
        refused(debt.send(sale.today().plusDays(1)), "寄出日期");
        refused(debt.send(sale.today().minusDays(1)), "寄出日期");
        accepted(debt.send(sale.today()));
        assertThat(debt.day("demand_pay_by")).isEqualTo(sale.today().plusDays(20));

        assertThat(debt.reviewIsDue().openTasks()).containsExactly("userTask_reviewRescission");
        assertThat(debt.card(GENERAL_MANAGER, "userTask_reviewRescission")
                        .path("facts")
                        .toString())
                .contains("已达到总价的五分之一（200,000.00 元）", "已具备", "逾期 90 天", "2,700.00");
        refused(debt.review("wait", sale.today()), "再次审查");
        refused(debt.review("wait", null), "再次审查");
        accepted(debt.review("wait", sale.today().plusDays(5)));
        debt.on(sale.today().plusDays(5));

        accepted(debt.review("rescind", null));
        assertThat(debt.row("state")).isEqualTo("RESCINDING");
        Change order = Change.latestOf(this, sale);
        assertThat(order.row("kind")).isEqualTo("RETURN_UNIT");
        assertThat(order.openTasks()).containsExactly("userTask_writeChange");
        accepted(order.write(CHEN, Map.of("fault", "BUYER", "reason", "逾期付款，依约解除")));
        order.rejected(GENERAL_MANAGER);
        assertThat(debt.row("state")).isEqualTo("OPEN");
        assertThat(debt.openTasks()).containsExactly("userTask_reviewRescission");

        accepted(debt.review("litigate", null));
        assertThat(debt.row("state")).isEqualTo("LITIGATION");
        assertThat(debt.openTasks()).isEmpty();
        sale.receive(ledger, "300000.00");
        assertThat(debt.row("state")).isEqualTo("SETTLED");
        assertThat(debt.acts())
                .containsExactlyInAnyOrder(
                        "DEMAND qian.hui",
                        "DEMAND qian.hui",
                        "SENT qian.hui",
                        "WAIT wu.zong",
                        "RESCIND wu.zong",
                        "RESUMED system",
                        "LITIGATE wu.zong");
    }

    @Test
    void theSaleUndoneEndsIt() {
        Sale sale = sale().inInstalments();
        Debt debt = Debt.of(this, sale, opening).letterIsDue();
        debt.written().decided(DIRECTOR, "AGREE").sent().reviewIsDue();
        accepted(debt.review("rescind", null));
        Change order = Change.latestOf(this, sale);
        accepted(order.write(CHEN, Map.of("fault", "BUYER", "reason", "逾期付款，依约解除")));
        order.agreed(GENERAL_MANAGER);
        while (!order.openTasks().isEmpty()) {
            order.receiptsBack();
        }
        assertThat(debt.row("state")).isEqualTo("MOVED");
        assertThat(debt.openTasks()).isEmpty();
        assertThat(running(debt)).isZero();
    }

    @Test
    void withoutADemandOrBeforeItsClocksNobodyRescinds() {
        Sale rejected = sale().inInstalments();
        Debt noDemand = Debt.of(this, rejected, opening).letterIsDue();
        noDemand.written().decided(DIRECTOR, "REJECT").reviewIsDue();
        refused(noDemand.review("rescind", null), "还没有寄出过催款函");

        Sale small = sale().inInstalments();
        small.receive(ledger, "150000.00");
        putOff(small, 4, 300);
        Debt debt = Debt.of(this, small, opening).letterIsDue();
        debt.written().decided(DIRECTOR, "AGREE").on(small.today().plusDays(40)).sent();
        LocalDate sent = small.today();
        debt.reviewIsDue();
        refused(debt.review("rescind", null), "150,000.00", "200,000.00");
        accepted(debt.review("wait", sent.plusMonths(3).minusDays(1)));
        debt.on(sent.plusMonths(3).minusDays(1));
        refused(debt.review("rescind", null), "满三个月");
        to(sent.plusMonths(3));
        accepted(debt.review("rescind", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "wait", "write", "approve", "send", "review", "rescind"})
    void moneyEndsItWhereverItStandsAndMoneyTakenBackBeginsItAnew(String step) {
        Sale sale = sale().inInstalments();
        Debt debt = Debt.of(this, sale, opening);
        switch (step) {
            case "wait" -> accepted(debt.call("明天付", sale.today().plusDays(1)));
            case "write" -> debt.letterIsDue();
            case "approve" -> debt.letterIsDue().written();
            case "send" -> debt.letterIsDue().written().decided(DIRECTOR, "AGREE");
            case "review", "rescind" -> {
                debt.letterIsDue().written().decided(DIRECTOR, "AGREE").sent().reviewIsDue();
                if (step.equals("rescind")) {
                    accepted(debt.review("rescind", null));
                }
            }
            default -> assertThat(debt.openTasks()).hasSize(1);
        }
        sale.receive(ledger, "299999.99");
        assertThat(debt.row("ended_at")).as("a cent is missing").isNull();
        sale.receive(ledger, "0.01");
        assertThat(debt.row("state")).isEqualTo("SETTLED");
        assertThat(debt.openTasks()).isEmpty();
        assertThat(running(debt)).isZero();
        if (step.equals("approve")) {
            assertThat(jdbc.queryForObject(
                            "select count(*) from sales.document_versions v join sales.arrears a on a.demand_id = v.document_id"
                                    + " where a.id = ? and v.state = 'SUBMITTED'",
                            Integer.class,
                            debt.id()))
                    .isZero();
        }

        sale.reverseLastPayment(ledger);
        to(sale.today().plusDays(1));
        Debt.opened(this, opening);
        Debt again = Debt.lasting(this, sale);
        assertThat(again.id()).isNotEqualTo(debt.id());
        assertThat(again.row("rest")).isEqualTo("0.01");
        assertThat(states(sale)).startsWith("SETTLED", "OPEN");
    }

    @Test
    void aLinePutOffIsNotCollectedAtItsOldDay() {
        Sale sale = sale().inInstalments();
        Debt debt = Debt.of(this, sale, opening);
        putOff(sale, 3, 60);
        assertThat(debt.row("state")).isEqualTo("MOVED");
        assertThat(running(debt)).isZero();
        Debt.opened(this, opening);
        assertThat(states(sale)).containsExactly("MOVED");
    }

    @Test
    void aHeldSaleIsNotCollectedUntilItIsReleased() {
        Sale sale = sale().inInstalments();
        to(Debt.dueOn(this, sale).plusDays(14));
        reminders.hold(sale.caseId(), "房款争议", sale.today().plusDays(30), CASHIER);
        to(sale.today().plusDays(6));
        Debt.opened(this, opening);
        assertThat(states(sale)).isEmpty();
        reminders.release(sale.caseId(), CASHIER);
        Debt.opened(this, opening);
        assertThat(states(sale)).containsExactly("OPEN");
    }

    @Test
    void foundMonthsLateThereAreStillDaysForCallsAndForTheLetter() {
        Sale sale = sale().inInstalments();
        LocalDate found = Debt.dueOn(this, sale).plusDays(150);
        to(found);
        Debt.opened(this, opening);
        List<LocalDate> letters = jdbc.queryForList(
                "select letter_from from sales.arrears where account_id = ?", LocalDate.class, sale.caseId());
        assertThat(letters).isNotEmpty().allMatch(day -> !day.isBefore(found.plusDays(3)));
    }

    @Test
    void theLateFeeIsExplainedByTheDaysAndTheRestOfEach() {
        Sale sale = sale().inInstalments();
        LocalDate due = Debt.dueOn(this, sale);
        Debt debt = Debt.of(this, sale, opening);
        to(due.plusDays(20));
        sale.receive(ledger, "100000.00");
        to(due.plusDays(30));
        LateFee fee = view(debt).charge().fee();
        assertThat(fee.rows()).hasSize(2);
        assertThat(fee.rows().get(0).from()).isEqualTo(due.plusDays(1));
        assertThat(fee.rows().get(0).to()).isEqualTo(due.plusDays(20));
        assertThat(fee.rows().get(0).amount()).isEqualTo(Money.of("600.00"));
        assertThat(fee.rows().get(1).base()).isEqualTo(Money.of("200000.00"));
        assertThat(fee.rows().get(1).amount()).isEqualTo(Money.of("200.00"));
        assertThat(fee.total()).isEqualTo(Money.of("800.00"));
        assertThat(view(debt).rest()).as("principal and fee apart").isEqualTo(Money.of("200000.00"));
        String page = at(CHEN).get("/arrears/" + debt.id()).text();
        assertThat(page).contains("600.00", "200.00", "800.00", "0.01%", "尚不具备");
        assertThat(at(LIN).get("/arrears/" + debt.id()).status())
                .as("a colleague's")
                .isEqualTo(404);
        assertThat(at(LIN).get("/arrears").text()).doesNotContain("/arrears/" + debt.id());

        sale.receive(ledger, "200000.00");
        to(due.plusDays(60));
        assertThat(debt.row("fee")).isEqualTo("800.00");
        assertThat(view(debt).charge().fee().total()).isEqualTo(Money.of("800.00"));
    }

    @Test
    void whatTheContractSaysOfLatenessCounts() {
        Sale sale = sale().paidBy("INSTALMENTS");
        assertThat(sale.signContract(Map.of("lateFeePerTenThousand", 51)).isOk())
                .isFalse();
        accepted(sale.signContract(Map.of("lateFeePerTenThousand", 5)));
        Debt debt = Debt.of(this, sale, opening);
        ArrearsView view = view(debt);
        assertThat(view.charge().fee().rows()).singleElement().satisfies(row -> {
            assertThat(row.percent()).isEqualByComparingTo("0.05");
            assertThat(row.days()).isEqualTo(15);
            assertThat(row.amount()).isEqualTo(row.base().times(new java.math.BigDecimal("0.0075")));
        });
    }

    @Test
    void aWaiverIsGrantedByWhoeverTheTableNamesAndNeverByWhoAsked() {
        Sale sale = sale().inInstalments();
        Debt debt = Debt.of(this, sale, opening).letterIsDue();
        assertThat(waivers.ask(debt.id(), Money.of("900.01"), "商定", CHEN))
                .isInstanceOf(WaiverOutcome.WaiverBeyondFee.class);
        assertThat(waivers.ask(debt.id(), null, "商定", CHEN)).isInstanceOf(WaiverOutcome.WaiverIncomplete.class);
        assertThat(waivers.ask(debt.id(), Money.of("1"), " ", CHEN)).isInstanceOf(WaiverOutcome.WaiverIncomplete.class);
        assertThat(waivers.ask(debt.id(), Money.of("1"), "商定", LIN)).isInstanceOf(WaiverOutcome.WaiverNotYours.class);
        assertThat(waivers.ask(debt.id(), Money.of("1"), "商定", CASHIER))
                .isInstanceOf(WaiverOutcome.WaiverNotYours.class);

        String first = debt.waiverAsked(CHEN, "400");
        assertThat(waivers.ask(debt.id(), Money.of("1"), "商定", MANAGER))
                .isInstanceOf(WaiverOutcome.WaiverUnderWay.class);
        assertThat(debt.decide(first, CHEN, "AGREE").isOk()).isFalse();
        debt.decided(first, MANAGER, "AGREE");
        assertThat(view(debt).charge().owed()).isEqualTo(Money.of("500.00"));
        assertThat(view(debt).charge().fee().total()).isEqualTo(Money.of("900.00"));

        String second = debt.waiverAsked(MANAGER, "100.00");
        assertThat(debt.decide(second, MANAGER, "AGREE").isOk()).as("his own").isFalse();
        debt.decided(second, DIRECTOR, "REJECT");
        assertThat(view(debt).charge().owed()).isEqualTo(Money.of("500.00"));

        String third = debt.waiverAsked(CHEN, "500.00");
        debt.decided(third, MANAGER, "RETURN");
        Map<String, Object> again =
                Map.of("outcome", "SUBMIT", "amount", "200.00", "reason", "商定减半", "changed", "减为 200 元");
        String task = at(CHEN).taskOf(third, "userTask_reviseWaiver").id();
        refused(at(CHEN).submitForm(task, Map.of("outcome", "ABANDON")), "理由");
        refused(
                at(CHEN).submitForm(
                                task, Map.of("outcome", "SUBMIT", "amount", "500.01", "reason", "全免", "changed", "全免")),
                "500.00");
        accepted(at(CHEN).submitForm(task, again));
        debt.decided(third, MANAGER, "AGREE");
        assertThat(view(debt).charge().owed()).isEqualTo(Money.of("300.00"));
        assertThat(at(CASHIER).get("/arrears/" + debt.id()).text())
                .contains("已产生 900.00 元，减免 600.00 元")
                .doesNotContain("id=\"waive\"");
    }

    private void putOff(Sale sale, int seq, int days) {
        List<PlanLine> lines = ledger.statement(sale.caseId()).orElseThrow().instalments().stream()
                .map(line -> line.seq() == seq
                        ? new PlanLine(line.kind(), line.amount(), line.dueOn().plusDays(days))
                        : line.line())
                .toList();
        assertThat(ledger.revisePlan(sale.caseId(), Money.of("1000000.00"), lines, "客户申请延期", MANAGER))
                .isInstanceOf(PlanOutcome.PlanOpened.class);
    }

    private ArrearsView view(Debt debt) {
        return book.find(debt.id()).orElseThrow();
    }

    private List<String> states(Sale sale) {
        return jdbc.queryForList(
                "select state from sales.arrears where account_id = ? order by due_on, ended_at nulls last",
                String.class,
                sale.caseId());
    }

    private long running(Debt debt) {
        identity.clearAuthentication();
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(debt.key())
                .count();
    }
}

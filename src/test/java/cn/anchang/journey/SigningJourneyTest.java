package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the subscription to the contract: in time, late by somebody's authority, or not at all. */
class SigningJourneyTest extends JourneyTest {

    @Autowired
    Ledger ledger;

    @Test
    void consultantAndCustomerAreRemindedTwiceAndSigningThenEndsTheClocks() {
        Sale sale = sale().subscribed();

        sale.after(Duration.ofDays(5));
        assertThat(sale.notices()).containsExactly("SIGNING_DUE");
        assertThat(sale.letters()).isEqualTo(2);
        assertThat(letterTo(sale, sale.person().email()))
                .contains("尊敬的王小明", sale.person().name());
        sale.after(Duration.ofDays(2));
        assertThat(sale.notices()).containsExactly("SIGNING_DUE", "SIGNING_DUE");

        accepted(sale.pay("950000.00"));
        accepted(sale.signContract(Map.of()));

        assertThat(sale.openTasks()).containsExactly("userTask_fileContract");
        sale.after(Duration.ofDays(14));
        assertThat(sale.openTasks()).containsExactly("userTask_fileContract");
        sale.after(Duration.ofDays(7));
        assertThat(sale.notices()).contains("FILING_DUE");
    }

    @Test
    void aLateSigningIsExtendedAndTheContractStillSigned() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(9));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment", "userTask_handleOverdue");

        accepted(sale.overdue(Map.of("decision", "extend", "days", 4, "reason", "等贷款审批结果")));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        assertThat(extensions(sale)).containsExactly("4 SITE_MANAGER zhao.ming");
        assertThat(dueDay(sale, "userTask_collectFirstPayment")).isEqualTo(signBy(sale));

        sale.after(Duration.ofDays(4));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment", "userTask_handleOverdue");
        refused(sale.overdue(Map.of("decision", "extend", "days", 4, "reason", "再等等")), "只余 3 天", "提请挞定，由总经理裁定");
        accepted(sale.overdue(Map.of("decision", "extend", "days", 3, "reason", "再等等")));

        accepted(sale.pay("950000.00"));
        accepted(sale.signContract(Map.of()));
        assertThat(sale.openTasks()).containsExactly("userTask_fileContract");
        assertThat(sale.state()).isEqualTo("CONTRACTED");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("CONTRACTED");
    }

    @Test
    void signingWhileTheOverdueTaskIsOpenClosesThatTask() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(9));

        accepted(sale.pay("950000.00"));
        accepted(sale.signContract(Map.of()));

        assertThat(sale.openTasks()).containsExactly("userTask_fileContract");
    }

    @Test
    void theGeneralManagerMayGiveMoreTimeInsteadOfForfeiting() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(9));
        accepted(sale.overdue(Map.of("decision", "forfeit", "reason", "客户失联")));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment", "userTask_ruleForfeit");
        refused(sale.rule(Map.of("forfeited", true, "reason", "不签了")), "违约责任方");
        refused(sale.rule(Map.of("forfeited", false, "days", 91, "reason", "再给时间")), "90 天");

        accepted(sale.rule(Map.of("forfeited", false, "days", 20, "reason", "客户在国外")));

        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        assertThat(extensions(sale)).containsExactly("20 MANAGEMENT wu.zong");
        sale.after(Duration.ofDays(21));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment", "userTask_handleOverdue");
    }

    @Test
    void aForfeitedDepositIsKeptOtherMoneyGoesBackAndTheUnitIsFree() {
        Sale sale = sale().subscribed();
        accepted(sale.pay("100000.00"));
        sale.after(Duration.ofDays(9));
        accepted(sale.overdue(Map.of("decision", "forfeit", "reason", "客户放弃")));
        assertThat(sale.prefill(GENERAL_MANAGER, "userTask_ruleForfeit")
                        .path("otherMoney")
                        .asText())
                .isEqualTo("100000.00");

        accepted(sale.rule(Map.of("forfeited", true, "fault", "BUYER", "reason", "客户书面放弃")));

        assertThat(sale.openTasks()).containsExactly("userTask_refund");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
        assertThat(sale.site().occupants(sale.site().unit(0))).isEmpty();
        assertThat(sale.state()).isEqualTo("FORFEITING");
        refused(sale.refund("90000.00"), "100,000.00", "90,000.00");
        accepted(sale.refund("100000.00"));
        assertThat(sale.endedAt()).isEqualTo("endEvent_depositForfeited");
        assertThat(sale.state()).isEqualTo("FORFEITED");
        assertThat(sale.milestones().values()).doesNotContain(false);
        assertThat(ledger.refundDue(sale.caseId()).isZero()).isTrue();
        Sale next = sale(sale.site(), LIN, Person.unknown()).intended();
        accepted(next.choose(sale.site().unit(0)));
    }

    @Test
    void withNothingToPayBackAForfeitEndsAtOnce() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(9));
        accepted(sale.overdue(Map.of("decision", "forfeit", "reason", "客户放弃")));

        accepted(sale.rule(Map.of("forfeited", true, "fault", "BUYER", "reason", "客户书面放弃")));

        assertThat(sale.endedAt()).isEqualTo("endEvent_depositForfeited");
        assertThat(sale.state()).isEqualTo("FORFEITED");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
    }

    @Test
    void aSellerAtFaultPaysTheDepositBackDouble() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(9));
        accepted(sale.overdue(Map.of("decision", "forfeit", "reason", "房源抵押未解除")));

        accepted(sale.rule(Map.of("forfeited", true, "fault", "SELLER", "reason", "我方不能交付")));

        assertThat(sale.prefill(CASHIER, "userTask_refund").path("amount").asText())
                .isEqualTo("100000.00");
        accepted(sale.refund("100000.00"));
        assertThat(sale.endedAt()).isEqualTo("endEvent_depositForfeited");
    }

    /** R06: holding the task is not enough, the authority is. */
    @Test
    void aConsultantWhoIsHandedTheOverdueTaskMayNotExtendTheirOwnDeadline() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(9));
        String overdue =
                at(MANAGER).taskOf(sale.key(), "userTask_handleOverdue").id();
        accepted(at(MANAGER).assign(overdue, CHEN));

        refused(at(CHEN).submitForm(overdue, Map.of("decision", "extend", "days", 3, "reason", "再等等")), "此事只能由案场经理决定");
        assertThat(extensions(sale)).isEmpty();
    }

    /** R20: a long ruling does not keep finance from paying back, and the page does not do it past the task. */
    @Test
    void moneyGoesBackByTheTaskAloneHoweverLongTheRuling() {
        Sale sale = sale().subscribed();
        accepted(sale.pay("100000.00"));
        sale.after(Duration.ofDays(9));
        accepted(sale.overdue(Map.of("decision", "forfeit", "reason", "客户放弃")));
        accepted(sale.rule(Map.of("forfeited", true, "fault", "BUYER", "reason", "经核实，".repeat(100))));

        String page = at(CASHIER).get("/money/" + sale.caseId()).text();
        at(CASHIER)
                .form(
                        "/money/" + sale.caseId() + "/refunds",
                        page,
                        Map.of(
                                "key", java.util.UUID.randomUUID().toString(),
                                "amount", "100000",
                                "method", "TRANSFER",
                                "person", "王小明",
                                "bankSerial", "R1",
                                "reason", "结算退款",
                                "paidOn", sale.today().toString()));
        assertThat(ledger.refundDue(sale.caseId())).isEqualTo(cn.anchang.shared.Money.of("100000"));

        accepted(sale.refund("100000.00"));
        assertThat(sale.endedAt()).isEqualTo("endEvent_depositForfeited");
    }

    @Test
    void aLateStepOfTheAftercareStaysMarkedAndIsStillDone() {
        Sale sale = sale().checked();

        sale.after(Duration.ofDays(9));

        assertThat(sale.notices()).contains("AFTERCARE_LATE");
        accepted(sale.handOverPapers());
        accepted(sale.handOverUnit());
        sale.after(Duration.ofDays(95));
        accepted(sale.registerTitle());
        assertThat(jdbc.queryForList(
                        "select kind || ' ' || late from sales.aftercare_steps where case_id = ? order by kind",
                        String.class,
                        sale.caseId()))
                .containsExactly("HANDOVER false", "PAPERS true", "TITLE true");
        accepted(sale.summarize());
        assertThat(sale.endedAt()).isEqualTo("endEvent_saleCompleted");
    }

    private List<String> extensions(Sale sale) {
        return jdbc.queryForList(
                "select days || ' ' || authority || ' ' || granted_by from sales.signing_extensions e"
                        + " join sales.subscriptions s on s.id = e.subscription_id where s.case_id = ? order by granted_at",
                String.class,
                sale.caseId());
    }

    private String letterTo(Sale sale, String address) {
        return jdbc.queryForObject(
                "select body from sales.letters where about = ? and recipient = ?", String.class, sale.key(), address);
    }

    private String dueDay(Sale sale, String taskKey) {
        return at("qian.hui").taskOf(sale.key(), taskKey).due().substring(0, 10);
    }

    private String signBy(Sale sale) {
        return jdbc.queryForObject(
                "select sign_by::text from sales.subscriptions where case_id = ?", String.class, sale.caseId());
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From reception to the ways a sale ends before it is signed, and to completion. */
class SaleJourneyTest extends JourneyTest {

    @Test
    void aSalePaidInFullIsCarriedFromReceptionToCompletion() {
        Sale sale = sale().woundUp();
        assertThat(sale.openTasks()).containsExactly("userTask_writeSummary");
        accepted(sale.summarize());

        assertThat(sale.endedAt()).isEqualTo("endEvent_saleCompleted");
        assertThat(sale.state()).isEqualTo("COMPLETED");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("DELIVERED");
        assertThat(sale.site().occupants(sale.site().unit(0))).containsExactly(sale.caseId());
        assertThat(sale.milestones().keySet())
                .containsExactlyInAnyOrder(
                        "RECEPTION",
                        "NEGOTIATION",
                        "UNIT_CHOICE",
                        "DEPOSIT",
                        "SUBSCRIPTION",
                        "FIRST_PAYMENT",
                        "CONTRACT",
                        "FILING",
                        "CHECKLIST",
                        "PAPERS",
                        "HANDOVER",
                        "TITLE",
                        "SUMMARY");
        assertThat(sale.milestones().values()).doesNotContain(false);
        assertThat(jdbc.queryForList(
                        "select stage from sales.milestones where case_id = ? and planned_to is null",
                        String.class,
                        sale.caseId()))
                .isEmpty();
        assertThat(jdbc.queryForObject(
                        "select sum(amount) from sales.receipts where account_id = ? and voided_at is null",
                        BigDecimal.class,
                        sale.caseId()))
                .isEqualByComparingTo("1000000.00");
        assertThat(jdbc.queryForList(
                        "select number from sales.receipts where account_id = ? order by number",
                        Long.class,
                        sale.caseId()))
                .containsExactly(1L, 2L);
        assertThat(jdbc.queryForObject(
                        "select state from sales.customers where id ="
                                + " (select customer_id from sales.sales_cases where id = ?)",
                        String.class,
                        sale.caseId()))
                .isEqualTo("OWNER");
        assertThat(count("subscriptions", sale)).isOne();
        assertThat(count("sales_contracts", sale)).isOne();
        assertThat(count("deal_checklists", sale)).isOne();
        assertThat(count("aftercare_steps", sale)).isEqualTo(3);
        assertThat(count("sales_summaries", sale)).isOne();
    }

    @Test
    void aCustomerWhoWillNotBuyEndsTheCaseAsLostWithAReason() {
        Sale sale = sale().visited();
        refused(sale.talk("userTask_negotiate", Map.of("outcome", "lost")), "战败原因");
        accepted(sale.talk("userTask_negotiate", Map.of("outcome", "lost", "lostReason", "RIVAL", "lostNote", "买了隔壁")));

        assertThat(sale.endedAt()).isEqualTo("endEvent_customerLost");
        assertThat(sale.state()).isEqualTo("LOST");
        assertThat(sale.milestones()).containsEntry("NEGOTIATION", true);
        assertThat(jdbc.queryForObject(
                        "select close_reason from sales.sales_cases where id = ?", String.class, sale.caseId()))
                .contains("竞品", "买了隔壁");
    }

    @Test
    void aFollowUpWaitsForItsDayTwiceAndTheCustomerThenBuys() {
        Sale sale = sale().visited();
        refused(sale.talk("userTask_negotiate", Map.of("outcome", "followUp")), "跟进日期");
        refused(sale.talk("userTask_negotiate", followUp(sale, 0)), "最早");
        refused(sale.talk("userTask_negotiate", followUp(sale, 8)), "7 天");
        accepted(sale.talk("userTask_negotiate", followUp(sale, 3)));
        assertThat(sale.openTasks()).isEmpty();

        sale.after(Duration.ofDays(4));
        assertThat(sale.openTasks()).containsExactly("userTask_followUp");
        accepted(sale.talk("userTask_followUp", followUp(sale, 2)));
        assertThat(sale.openTasks()).isEmpty();

        sale.after(Duration.ofDays(3));
        accepted(sale.talk("userTask_followUp", Map.of("outcome", "intent", "suggestion", "希望增加会所")));
        assertThat(sale.openTasks()).containsExactly("userTask_chooseUnit");
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.customer_feedback where customer_id ="
                                + " (select customer_id from sales.sales_cases where id = ?)",
                        Integer.class,
                        sale.caseId()))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aCustomerWhoComesBackWakesTheWaitingCaseInsteadOfBeginningAnother() {
        Sale sale = sale().visited();
        accepted(sale.talk("userTask_negotiate", followUp(sale, 5)));

        Answer second = sale(sale.site(), LIN, sale.person()).register();

        accepted(second);
        assertThat(endOf(second.json().path("id").asText())).isEqualTo("endEvent_visitJoined");
        assertThat(sale.openTasks()).containsExactly("userTask_followUp");
        assertThat(at(CHEN).taskOf(sale.key(), "userTask_followUp").assignee()).isEqualTo(CHEN);
        assertThat(at(LIN).tasksOf(sale.key())).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.visits where customer_id ="
                                + " (select customer_id from sales.sales_cases where id = ?)",
                        Integer.class,
                        sale.caseId()))
                .isEqualTo(2);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.sales_cases where project_id = ?",
                        Integer.class,
                        sale.site().projectId()))
                .isOne();
    }

    @Test
    void aVisitDuringTheTalkJoinsTheCaseAndDisturbsNothing() {
        Sale sale = sale().visited();

        accepted(sale.register());

        assertThat(sale.openTasks()).containsExactly("userTask_negotiate");
        assertThat(sale.milestones()).containsEntry("NEGOTIATION", false);
    }

    @Test
    void aHoldThatLapsesPutsTheUnitBackAndTheCustomerBackToTheTalk() {
        Sale sale = sale().held();
        UUID unit = sale.site().unit(0);
        assertThat(sale.site().stateOf(unit)).isEqualTo("HELD");

        sale.after(Duration.ofHours(2).plusMinutes(1));

        assertThat(sale.openTasks()).containsExactly("userTask_negotiate");
        assertThat(sale.site().stateOf(unit)).isEqualTo("AVAILABLE");
        assertThat(sale.site().occupants(unit)).isEmpty();
        assertThat(sale.state()).isEqualTo("NEGOTIATING");
        assertThat(sale.milestones()).containsEntry("DEPOSIT", true).containsEntry("NEGOTIATION/2", false);
        Sale rival = sale(sale.site(), LIN, Person.unknown()).intended();
        accepted(rival.choose(unit));
        assertThat(sale.site().occupants(unit)).containsExactly(rival.caseId());
    }

    @Test
    void aSiteManagerHoldsAUnitForADay() {
        Sale sale = sale().intended();
        accepted(at(MANAGER)
                .assign(at(CHEN).taskOf(sale.key(), "userTask_chooseUnit").id(), MANAGER));
        accepted(sale.submit(
                MANAGER,
                "userTask_chooseUnit",
                Map.of("chosen", true, "unitId", sale.site().unit(0))));

        sale.after(Duration.ofHours(23));
        assertThat(sale.openTasks()).containsExactly("userTask_collectDeposit");
        sale.after(Duration.ofHours(2));
        assertThat(sale.openTasks()).containsExactly("userTask_negotiate");
    }

    @Test
    void aCustomerWhoLikesNoUnitGoesBackToTheTalk() {
        Sale sale = sale().intended();

        accepted(sale.submit(CHEN, "userTask_chooseUnit", Map.of("chosen", false)));

        assertThat(sale.openTasks()).containsExactly("userTask_negotiate");
        assertThat(sale.milestones()).containsEntry("UNIT_CHOICE", true).containsEntry("NEGOTIATION/2", false);
    }

    @Test
    void aSubscriptionThatDragsOnIsRemindedAndThenSupervised() {
        Sale sale = sale().reserved();

        sale.after(Duration.ofHours(25));
        assertThat(sale.openTasks()).containsExactly("userTask_signSubscription");
        assertThat(sale.notices()).containsExactly("SUBSCRIPTION_DUE");
        assertThat(sale.letters()).isOne();

        sale.after(Duration.ofHours(24));
        assertThat(sale.openTasks()).containsExactly("userTask_superviseSubscription");
        accepted(sale.submit(MANAGER, "userTask_superviseSubscription", Map.of("note", "等配偶签字", "days", 2)));
        assertThat(sale.openTasks()).containsExactly("userTask_signSubscription");

        accepted(sale.subscribe(Map.of()));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
    }

    @Test
    void theCardTellsWhoWhichUnitHowMuchUntilWhenAndWhatNextWithoutAPhone() {
        Sale sale = sale().held();

        JsonNode card = sale.card(CASHIER, "userTask_collectDeposit");

        assertThat(card.path("customer").path("name").asText()).isEqualTo("王*明");
        assertThat(card.path("customer").path("phone").asText()).matches("139\\*{4}\\d{4}");
        assertThat(card.path("customer").path("consultantName").asText()).isEqualTo("陈晓");
        assertThat(card.path("unit").path("listPrice").asText()).isEqualTo("1,000,000.00");
        assertThat(card.path("deadlines").get(0).path("name").asText()).isEqualTo("预留到期");
        assertThat(card.path("next").asText()).isNotBlank();
        assertThat(card.path("prefill").path("cap").asText()).isEqualTo("200000.00");
        assertThat(card.toString())
                .doesNotContain(sale.person().phone())
                .doesNotContain(sale.person().idNo());
        String foreign =
                at(CASHIER).taskOf(sale.key(), "userTask_collectDeposit").id();
        assertThat(at(LIN).get("/api/tasks/" + foreign + "/card").status()).isEqualTo(404);
        assertThat(at(LIN).get("/api/tasks/" + UUID.randomUUID() + "/card").status())
                .isEqualTo(404);
    }

    @Test
    void theUnitsOfferedAreThoseOnSaleNow() {
        Sale sale = sale().intended();
        Sale rival = sale(sale.site(), LIN, Person.unknown()).held();

        JsonNode offers = at(CHEN).get("/api/tasks/"
                        + at(CHEN).taskOf(sale.key(), "userTask_chooseUnit").id() + "/units?minPrice=900000&floor=3")
                .json();

        assertThat(rival.site().stateOf(sale.site().unit(0))).isEqualTo("HELD");
        assertThat(offers.path("units")).hasSize(1);
        assertThat(offers.path("units").get(0).path("id").asText())
                .isEqualTo(sale.site().unit(1).toString());
        assertThat(offers.path("units").get(0).path("price").asText()).isEqualTo("1,000,000.00");
        assertThat(offers.path("layouts").get(0).asText()).isEqualTo("三室两厅");
    }

    private static Map<String, Object> followUp(Sale sale, int days) {
        return Map.of(
                "outcome", "followUp", "followUpOn", sale.today().plusDays(days).toString(), "nextStep", "带家人再看");
    }

    private int count(String table, Sale sale) {
        return jdbc.queryForObject(
                "select count(*) from sales." + table + " where case_id = ?", Integer.class, sale.caseId());
    }

    @Test
    void receptionLearnsWhoseAPhoneIsAndNothingElse() {
        Sale sale = sale().visited();

        JsonNode known = at(LIN).get(
                        "/api/reception/phone?phone=" + sale.person().phone())
                .json();

        assertThat(known.path("known").asBoolean()).isTrue();
        assertThat(known.path("ownerName").asText()).isEqualTo("陈晓");
        assertThat(known.toString()).doesNotContain("王");
        assertThat(at(LIN).get("/api/reception/phone?phone=13900000000")
                        .json()
                        .path("known")
                        .asBoolean())
                .isFalse();
        assertThat(at(CASHIER).get("/api/reception/phone?phone=13900000000").status())
                .isEqualTo(403);
        assertThat(List.of(
                        at(LIN).get("/api/reception/consultants").json().size(),
                        at(MANAGER).get("/api/reception/consultants").json().size()))
                .containsExactly(1, 2);
    }
}

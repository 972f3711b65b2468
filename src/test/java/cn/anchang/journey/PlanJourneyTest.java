package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A price paid otherwise than in full: the plan is drawn by the rules, changed within them, and taken over by the contract. */
class PlanJourneyTest extends JourneyTest {

    @Test
    void aSaleInInstalmentsTakesItsPlanFromTheSubscriptionToTheContract() {
        Sale sale = sale().subscribedBy("INSTALMENTS");
        LocalDate subscribed = sale.today();
        LocalDate signBy = subscribed.plusDays(7);
        assertThat(terms(sale)).isEqualTo("INSTALMENTS 1000000.00 1000000.00");
        assertThat(plan(sale, 1))
                .containsExactly(
                        "DEPOSIT 50000.00 " + subscribed,
                        "FIRST 250000.00 " + signBy,
                        "INSTALMENT 300000.00 " + signBy.plusDays(60) + " SIGNING+60",
                        "INSTALMENT 300000.00 " + signBy.plusDays(120) + " SIGNING+120",
                        "BALANCE 100000.00 " + signBy.plusDays(365) + " HANDOVER+0");

        accepted(sale.pay("250000.00"));
        sale.after(Duration.ofDays(2));
        LocalDate signed = sale.today();
        LocalDate delivered = signed.plusDays(400);
        accepted(sale.signContract(Map.of("deliverOn", delivered.toString())));

        assertThat(plan(sale, 2))
                .as("what is counted from signing and handover has its days now; the rest stays")
                .containsExactly(
                        "DEPOSIT 50000.00 " + subscribed,
                        "FIRST 250000.00 " + signBy,
                        "INSTALMENT 300000.00 " + signed.plusDays(60) + " SIGNING+60",
                        "INSTALMENT 300000.00 " + signed.plusDays(120) + " SIGNING+120",
                        "BALANCE 100000.00 " + delivered + " HANDOVER+0");
        assertThat(revisions(sale)).containsExactly("1 签订认购协议书", "2 按合同日期确定应付日");
        assertThat(paid(sale)).containsExactly("1 50000.00", "2 250000.00");
        assertThat(sale.openTasks()).containsExactly("userTask_fileContract");
        assertThat(at(CHEN).get("/papers/contract/" + sale.caseId()).text()).contains("分期", "签约后 60 天", "交房时");
    }

    @Test
    void aMortgageLeavesTheLendersMoneyOpenWhenTheContractIsSigned() {
        Sale sale = sale().subscribedBy("COMBINED");
        LocalDate signBy = sale.today().plusDays(7);
        assertThat(plan(sale, 1))
                .containsExactly(
                        "DEPOSIT 50000.00 " + sale.today(),
                        "FIRST 100000.00 " + signBy,
                        "MORTGAGE 430000.00 " + signBy.plusDays(45) + " SIGNING+45",
                        "FUND 420000.00 " + signBy.plusDays(75) + " SIGNING+75");
        String paper = at(CHEN).get("/papers/subscription/" + sale.caseId()).text();
        assertThat(paper).contains("组合贷款按揭", "公积金", "签约后 45 天", "暂定", "差额由买受人另行付清");
        JsonNode money = sale.card(CASHIER, "userTask_collectFirstPayment");
        assertThat(money.path("prefill").path("dueBySigning").asText()).isEqualTo("100000.00");

        accepted(sale.pay("100000.00"));
        accepted(sale.signContract(Map.of()));
        assertThat(paid(sale)).containsExactly("1 50000.00", "2 100000.00");
        assertThat(plan(sale, 2)).contains("MORTGAGE 430000.00 " + sale.today().plusDays(45) + " SIGNING+45");
    }

    @Test
    void aPlanIsDrawnAnewForTermsAndLoansAndOnlyForThoseWhoMayReadTheTask() {
        Sale sale = sale().reserved();
        JsonNode prefill = sale.prefill(CHEN, "userTask_signSubscription");
        assertThat(prefill.path("paymentMethod").asText()).isEqualTo("FULL");
        assertThat(prefill.path("paymentMethods").findValuesAsText("name"))
                .containsExactly("全款", "分期", "商业贷款按揭", "公积金按揭", "组合贷款按揭");
        assertThat(prefill.path("planKinds").path("COMMERCIAL").findValuesAsText("code"))
                .containsExactly("DEPOSIT", "FIRST", "MORTGAGE", "ADJUSTMENT");

        JsonNode drawn =
                sale.plan(CHEN, "terms=COMMERCIAL&commercialLoan=700000").json();
        assertThat(drawn.path("lines").findValuesAsText("amount"))
                .containsExactly("50000.00", "250000.00", "700000.00");
        assertThat(drawn.path("floor").asText()).isEqualTo("150000.00");
        assertThat(drawn.path("basis").asText()).contains("15%", "10,000.00");
        assertThat(sale.plan(CHEN, "terms=FUND").json().path("fundLoan").asText())
                .isEqualTo("850000.00");
        Answer tooMuch = sale.plan(CHEN, "terms=COMMERCIAL&commercialLoan=860000");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.json().path("message").asText()).contains("最多可贷 850,000.00 元");
        assertThat(sale.plan(LIN, "terms=FULL").status()).isEqualTo(404);
        assertThat(sale.plan(CHEN, "terms=NONSENSE").status()).isEqualTo(400);
    }

    @Test
    void aPlanThatNoLongerKeepsTheRulesIsRefusedAndNothingIsWritten() {
        Sale sale = sale().reserved();
        LocalDate today = sale.today();
        LocalDate signBy = today.plusDays(7);
        LocalDate later = signBy.plusDays(45);
        refused(
                sale.subscribe(mortgage(
                        "800000.00",
                        deposit(today),
                        Sale.line("FIRST", "150000.00", signBy),
                        Sale.line("MORTGAGE", "799999.99", later))),
                "相差 0.01 元");
        refused(
                sale.subscribe(mortgage(
                        "900000.00",
                        deposit(today),
                        Sale.line("FIRST", "50000.00", signBy),
                        Sale.line("MORTGAGE", "900000.00", later))),
                "低于首付下限 150,000.00 元");
        refused(
                sale.subscribe(mortgage(
                        "700000.00",
                        deposit(today),
                        Sale.line("FIRST", "150000.00", signBy),
                        Sale.line("MORTGAGE", "800000.00", later))),
                "与贷款金额 700,000.00 元不符");
        refused(
                sale.subscribe(mortgage(
                        "700000.00",
                        deposit(today),
                        Sale.line("FIRST", "150000.00", signBy),
                        Sale.line("INSTALMENT", "100000.00", later),
                        Sale.line("MORTGAGE", "700000.00", later))),
                "不含“分期”");
        refused(
                sale.subscribe(mortgage(
                        "800000.00",
                        deposit(today),
                        Sale.line("FIRST", "150000.00", signBy.plusDays(1)),
                        Sale.line("MORTGAGE", "800000.00", later))),
                "首付");
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.payment_plans where account_id = ?", Integer.class, sale.caseId()))
                .isZero();
        assertThat(sale.state()).isEqualTo("RESERVED");

        accepted(sale.subscribe(mortgage(
                "800000.00",
                deposit(today),
                Sale.line("FIRST", "100000.00", today.plusDays(3)),
                Sale.line("FIRST", "50000.00", signBy),
                Sale.line("MORTGAGE", "800000.00", later))));
        assertThat(plan(sale, 1))
                .containsExactly(
                        "DEPOSIT 50000.00 " + today,
                        "FIRST 100000.00 " + today.plusDays(3),
                        "FIRST 50000.00 " + signBy,
                        "MORTGAGE 800000.00 " + later);
        accepted(sale.pay("100000.00"));
        assertThat(sale.openTasks()).as("half of it is not all").containsExactly("userTask_collectFirstPayment");
        accepted(sale.pay("50000.00"));
        assertThat(sale.openTasks()).containsExactly("userTask_signContract");
        accepted(sale.signContract(Map.of()));
        assertThat(revisions(sale))
                .as("days that were agreed as such do not move")
                .containsExactly("1 签订认购协议书");
    }

    private static Map<String, Object> mortgage(String loan, Object... lines) {
        return Map.of("paymentMethod", "COMMERCIAL", "commercialLoan", loan, "plan", List.of(lines));
    }

    private static Map<String, Object> deposit(LocalDate day) {
        return Sale.line("DEPOSIT", "50000.00", day);
    }

    private String terms(Sale sale) {
        return jdbc.queryForObject(
                "select terms || ' ' || price || ' ' || list_price from sales.subscriptions where case_id = ?",
                String.class,
                sale.caseId());
    }

    private List<String> plan(Sale sale, int revision) {
        return jdbc.queryForList(
                "select kind || ' ' || amount || ' ' || due_on || coalesce(' ' || due_event || '+' || due_days, '')"
                        + " from sales.instalments i join sales.payment_plans p on p.id = i.plan_id"
                        + " where p.account_id = ? and p.revision = ? order by i.seq",
                String.class,
                sale.caseId(),
                revision);
    }

    private List<String> revisions(Sale sale) {
        return jdbc.queryForList(
                "select revision || ' ' || reason from sales.payment_plans where account_id = ? order by revision",
                String.class,
                sale.caseId());
    }

    /** What pays which line of the plan in force. */
    private List<String> paid(Sale sale) {
        return jdbc.queryForList(
                "select i.seq || ' ' || sum(a.amount) from sales.allocations a"
                        + " join sales.instalments i on i.id = a.instalment_id"
                        + " join sales.payment_plans p on p.id = i.plan_id"
                        + " where p.account_id = ? and a.freed_at is null group by p.revision, i.seq order by i.seq",
                String.class,
                sale.caseId());
    }
}

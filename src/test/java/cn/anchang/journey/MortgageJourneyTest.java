package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.OpenInstalment;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 按揭 on the real engine: papers, the bank's four answers, what the refusal leads to, the lender's money (R14, R15). */
class MortgageJourneyTest extends JourneyTest {

    @Autowired
    Ledger ledger;

    @Test
    void approvedInFullSignedAndReleased() {
        Sale sale = submitted("COMMERCIAL");
        accepted(answer(sale, Map.of("answer", "APPROVED")));
        assertThat(sale.openTasks()).containsExactly("userTask_signLoan");
        accepted(sign(sale));

        assertThat(release(sale, CHEN, "850000.00").isOk()).isFalse();
        assertThat(release(sale, CASHIER, "850000.01").message()).contains("多于尚未到账的贷款 850,000.00 元");
        accepted(release(sale, CASHIER, "850000.00"));

        assertThat(state(sale)).isEqualTo("RELEASED");
        assertThat(sale.openTasks()).containsExactly("userTask_checkDeal");
        assertThat(plan(sale))
                .containsExactly(
                        "DEPOSIT 50000.00/50000.00", "FIRST 100000.00/100000.00", "MORTGAGE 850000.00/850000.00");
        accepted(sale.check(MANAGER));
    }

    @Test
    void papersAreAskedOfEachApplicantAndComeBackUntilNothingIsMissing() {
        Sale sale = sale().filedBy("COMMERCIAL");
        assertThat(choose(sale, "无此银行", "甲").message()).contains("没有这家银行");
        accepted(choose(sale, "icbc", "王一、李二"));

        JsonNode papers = sale.prefill(MARKETING, "userTask_collectPapers").path("papers");
        assertThat(texts(papers, "applicant")).contains("王一", "李二", "本套房源");
        assertThat(texts(papers, "fetches")).contains("客户", "置业顾问", "营销部");
        accepted(collect(sale, 3));
        assertThat(sale.openTasks()).containsExactly("userTask_collectPapers");
        assertThat(sale.prefill(MARKETING, "userTask_collectPapers")
                        .path("papers")
                        .findValues("received"))
                .filteredOn(JsonNode::asBoolean)
                .hasSize(papers.size() - 3);
        assertThat(notes(sale)).anyMatch(note -> note.contains("还缺 3 份"));

        accepted(collect(sale, 0));
        assertThat(sale.openTasks()).containsExactly("userTask_submitLoan");
    }

    @Test
    void whatIsLateIsRemindedInTime() {
        Sale sale = sale().filedBy("COMMERCIAL");
        accepted(choose(sale, "icbc", "王一"));
        int letters = sale.letters();
        sale.after(Duration.ofDays(16));
        assertThat(sale.letters()).as("the consultant and 营销部").isEqualTo(letters + 2);
        accepted(collect(sale, 1));
        sale.runDue();
        assertThat(sale.letters()).as("told once, though the task came back").isEqualTo(letters + 2);
        accepted(collect(sale, 0));
        accepted(submit(sale));
        accepted(answer(sale, Map.of("answer", "APPROVED")));
        accepted(sign(sale));
        letters = sale.letters();
        sale.after(Duration.ofDays(29));
        assertThat(sale.letters()).isEqualTo(letters);
        sale.after(Duration.ofDays(2));
        assertThat(sale.letters()).isEqualTo(letters + 1);
        assertThat(sale.openTasks()).containsExactly("userTask_recordRelease");
    }

    @Test
    void lessThanAskedForBecomesAnInstalmentDueTenDaysAfterTheDecision() {
        Sale sale = submitted("COMMERCIAL");
        assertThat(answer(sale, Map.of("answer", "LESS", "commercialApproved", "850000.00"))
                        .message())
                .contains("减额批准应大于零且少于申请");
        assertThat(answer(sale, Map.of("answer", "LESS", "commercialApproved", "860000.00"))
                        .message())
                .contains("多于申请");
        accepted(answer(sale, Map.of("answer", "LESS", "commercialApproved", "700000.00")));

        assertThat(plan(sale))
                .containsExactly(
                        "DEPOSIT 50000.00/50000.00",
                        "FIRST 100000.00/100000.00",
                        "MORTGAGE 700000.00/0",
                        "ADJUSTMENT 150000.00/0");
        assertThat(jdbc.queryForObject(
                                "select i.due_on from sales.instalments i join sales.payment_plans p on p.id = i.plan_id"
                                        + " where p.account_id = ? and i.kind = 'ADJUSTMENT'",
                                java.sql.Date.class,
                                sale.caseId())
                        .toLocalDate())
                .isEqualTo(sale.today().plusDays(10));
        accepted(sign(sale));
        accepted(release(sale, CASHIER, "700000.00"));
        assertThat(sale.openTasks()).containsExactly("userTask_checkDeal");
        assertThat(ledger.openMoney(sale.caseId())).hasSize(1);
        assertThat(at(CASHIER).get("/api/money/accounts?q=" + sale.key()).json().findValuesAsText("payer"))
                .as("the gap is the buyer's own, though the bank paid last")
                .allMatch(payer -> payer.equals(sale.person().name()));
        assertThat(ledger.statement(sale.caseId()).orElseThrow().lastPayer(Item.BALANCE))
                .contains(sale.person().name());
    }

    @Test
    void aSmallerLoanIsSharedOverItsLinesTheEarliestFirst() {
        Sale sale = twoLinesOfOneLoan();
        accepted(answer(sale, Map.of("answer", "LESS", "commercialApproved", "700000.00")));
        assertThat(plan(sale))
                .containsExactly(
                        "DEPOSIT 50000.00/50000.00",
                        "FIRST 100000.00/100000.00",
                        "MORTGAGE 400000.00/0",
                        "MORTGAGE 300000.00/0",
                        "ADJUSTMENT 150000.00/0");

        Sale other = twoLinesOfOneLoan();
        accepted(answer(other, Map.of("answer", "LESS", "commercialApproved", "300000.00")));
        assertThat(plan(other))
                .containsExactly(
                        "DEPOSIT 50000.00/50000.00",
                        "FIRST 100000.00/100000.00",
                        "MORTGAGE 300000.00/0",
                        "ADJUSTMENT 550000.00/0");
        accepted(sign(other));
        accepted(release(other, CASHIER, "300000.00"));
        assertThat(other.openTasks()).containsExactly("userTask_checkDeal");
    }

    /** 850,000 of one bank, agreed in two instalments of 400,000 and 450,000; handed in. */
    private Sale twoLinesOfOneLoan() {
        Sale sale = sale().reserved();
        List<Map<String, Object>> lines = List.of(
                Sale.line("DEPOSIT", "50000.00", sale.today()),
                Sale.line("FIRST", "100000.00", sale.today().plusDays(7)),
                Sale.line("MORTGAGE", "400000.00", sale.today().plusDays(40)),
                Sale.line("MORTGAGE", "450000.00", sale.today().plusDays(70)));
        accepted(sale.subscribe(Map.of("paymentMethod", "COMMERCIAL", "plan", lines)));
        accepted(sale.pay("100000.00"));
        accepted(sale.signContract(Map.of()));
        accepted(sale.fileContract("BA" + sale.key()));
        return handedIn(sale);
    }

    @Test
    void aGapDecidedLongAgoIsNotOverdueFromItsFirstDay() {
        Sale sale = sale().filedBy("COMMERCIAL");
        sale.after(Duration.ofDays(1));
        handedIn(sale);
        sale.after(Duration.ofDays(14));
        accepted(sale.submit(
                MARKETING,
                "userTask_recordAnswer",
                Map.of(
                        "answer",
                        "LESS",
                        "commercialApproved",
                        "700000.00",
                        "decidedOn",
                        sale.today().minusDays(13).toString())));
        assertThat(ledger.openMoney(sale.caseId()).stream()
                        .filter(line -> line.kind() == InstalmentKind.ADJUSTMENT)
                        .map(OpenInstalment::dueOn))
                .containsExactly(sale.today());
    }

    @Test
    void eachOfTwoLendersIsAskedAfterOnceInItsTime() {
        Sale sale = submitted("COMBINED");
        accepted(answer(sale, Map.of("answer", "APPROVED")));
        accepted(sign(sale));
        int letters = sale.letters();
        sale.after(Duration.ofDays(31));
        assertThat(sale.letters()).as("商贷 after 30 days").isEqualTo(letters + 1);
        accepted(release(sale, CASHIER, "1.00"));
        sale.runDue();
        assertThat(sale.letters()).as("not again, though the task came back").isEqualTo(letters + 1);
        sale.after(Duration.ofDays(30));
        assertThat(sale.letters()).as("公积金 after 60 days").isEqualTo(letters + 2);
        assertThat(notes(sale)).filteredOn(note -> note.contains("逾期未放款")).hasSize(2);
        sale.runDue();
        assertThat(sale.letters()).isEqualTo(letters + 2);
    }

    @Test
    void aLargeReleaseCountsOnceASecondPersonHasConfirmedIt() {
        SalesSite site = site(0);
        site.unitAt("8000000.00");
        Sale sale = handedIn(sale(site, CHEN, Person.unknown()).filedBy("COMMERCIAL"));
        accepted(answer(sale, Map.of("answer", "APPROVED")));
        accepted(sign(sale));
        String loan = ledger.openMoney(sale.caseId()).stream()
                .filter(line -> line.kind() == InstalmentKind.MORTGAGE)
                .map(line -> line.rest().amount().toPlainString())
                .findFirst()
                .orElseThrow();

        accepted(release(sale, CASHIER, loan));
        assertThat(sale.openTasks()).containsExactly("userTask_recordRelease");
        assertThat(notes(sale)).anyMatch(note -> note.contains("复核")).noneMatch(note -> note.contains("到账"));
        assertThat(release(sale, CASHIER, loan).message()).contains("复核");

        String payment = jdbc.queryForObject(
                "select cast(id as text) from sales.payments where account_id = ? and state = 'PENDING'",
                String.class,
                sale.caseId());
        TasklistSession second = at("he.yun");
        String review = second.tasksOf(payment).get(0).id();
        accepted(second.claim(review));
        accepted(second.submitForm(review, Map.of("confirmed", true)));

        assertThat(state(sale)).isEqualTo("RELEASED");
        assertThat(sale.openTasks()).containsExactly("userTask_checkDeal");
    }

    @Test
    void morePapersAreCollectedAndHandedInAgain() {
        Sale sale = submitted("COMMERCIAL");
        assertThat(answer(sale, Map.of("answer", "PAPERS")).isOk()).isFalse();
        accepted(answer(sale, Map.of("answer", "PAPERS", "wanted", "婚姻登记档案\n补充流水")));

        assertThat(texts(sale.prefill(MARKETING, "userTask_collectPapers").path("papers"), "title"))
                .contains("婚姻登记档案", "补充流水");
        accepted(collect(sale, 0));
        accepted(submit(sale));
        accepted(answer(sale, Map.of("answer", "APPROVED")));
        assertThat(state(sale)).isEqualTo("APPROVED");
    }

    @Test
    void refusedThenAnotherBank() {
        Sale sale = refused();
        assertThat(notes(sale)).anyMatch(note -> note.contains("拒贷：征信不足"));
        accepted(sale.submit(MANAGER, "userTask_handleLoanRefusal", Map.of("way", "ANOTHER_BANK", "reason", "建行利率更低")));

        accepted(choose(sale, "ccb", "王一"));
        assertThat(texts(sale.prefill(MARKETING, "userTask_collectPapers").path("papers"), "received"))
                .containsOnly("false");
    }

    @Test
    void refusedThenPaidAnotherWay() {
        Sale sale = refused();
        accepted(sale.submit(MANAGER, "userTask_handleLoanRefusal", Map.of("way", "OTHER_TERMS", "reason", "客户改为分期")));

        assertThat(sale.openTasks()).as("the sale waits for the change").isEmpty();
        assertThat(state(sale)).isEqualTo("REFUSED");
        Change change = Change.latestOf(this, sale);
        accepted(change.write(CHEN, Map.of("terms", "INSTALMENTS", "plan", drawn(sale, "INSTALMENTS"))));
        change.agreed(DIRECTOR);
        change.filingRevoked("CX-" + sale.key().substring(0, 8));

        assertThat(change.state()).as(change.row("failure")).isEqualTo("EXECUTED");
        assertThat(state(sale)).isEqualTo("CLOSED");
        assertThat(plan(sale)).noneMatch(line -> line.startsWith("MORTGAGE"));
        accepted(sale.pay("150000.00"));
        accepted(sale.signContract(Map.of()));
        accepted(sale.fileContract("BA2-" + sale.key()));
        assertThat(sale.openTasks()).as("no lender is waited for").containsExactly("userTask_checkDeal");
    }

    @Test
    void aChangeThatIsRejectedComesBackToWhoDecides() {
        Sale sale = refused();
        accepted(sale.submit(MANAGER, "userTask_handleLoanRefusal", Map.of("way", "OTHER_TERMS", "reason", "客户改为分期")));
        Change change = Change.latestOf(this, sale);
        accepted(change.write(CHEN, Map.of("terms", "INSTALMENTS", "plan", drawn(sale, "INSTALMENTS"))));
        change.rejected(DIRECTOR);

        assertThat(sale.openTasks()).containsExactly("userTask_handleLoanRefusal");
        accepted(sale.submit(MANAGER, "userTask_handleLoanRefusal", Map.of("way", "ANOTHER_BANK", "reason", "再试建行")));
        assertThat(sale.openTasks()).containsExactly("userTask_chooseBank");
    }

    @Test
    void refusedThenUndoneWithoutFault() {
        Sale sale = refused();
        accepted(sale.submit(MANAGER, "userTask_handleLoanRefusal", Map.of("way", "UNDO", "reason", "客户无力自筹")));

        Change change = Change.latestOf(this, sale);
        assertThat(change.row("kind")).isEqualTo("RETURN_UNIT");
        accepted(change.write(CHEN, Map.of("fault", "NOBODY")));
        change.agreed(GENERAL_MANAGER);
        change.filingRevoked("CX-" + sale.key().substring(0, 8));
        change.receiptsBack();

        assertThat(change.state()).as(change.row("failure")).isEqualTo("EXECUTED");
        assertThat(sale.openTasks()).containsExactly("userTask_refund");
        accepted(sale.refund("150000.00"));
        assertThat(sale.endedAt()).isEqualTo("endEvent_unitReturned");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
        assertThat(state(sale)).isEqualTo("CLOSED");
    }

    private List<Map<String, Object>> drawn(Sale sale, String terms) {
        List<Map<String, Object>> plan = new ArrayList<>();
        at(CHEN).get("/api/changes/proposal?kind=CHANGE_TERMS&terms=" + terms + "&case=" + sale.caseId())
                .json()
                .path("plan")
                .forEach(line -> plan.add(Map.of(
                        "key", line.path("key").asText(),
                        "kind", line.path("kind").asText(),
                        "amount", line.path("amount").asText(),
                        "dueOn", line.path("dueOn").asText())));
        return plan;
    }

    @Test
    void twoLoansAreReleasedOneByOne() {
        Sale sale = submitted("COMBINED");
        accepted(answer(sale, Map.of("answer", "APPROVED")));
        accepted(sign(sale));
        String first = jdbc.queryForObject(
                "select cast(planned as text) from sales.mortgage_parts p join sales.mortgages m on m.id = p.mortgage_id"
                        + " where m.case_id = ? order by p.seq limit 1",
                String.class,
                sale.caseId());
        accepted(release(sale, CASHIER, first));
        assertThat(sale.openTasks()).containsExactly("userTask_recordRelease");
        String rest = ledger.openMoney(sale.caseId()).get(0).rest().amount().toPlainString();
        accepted(release(sale, CASHIER, rest));
        assertThat(sale.openTasks()).containsExactly("userTask_checkDeal");
    }

    private Sale submitted(String terms) {
        return handedIn(sale().filedBy(terms));
    }

    private Sale handedIn(Sale sale) {
        assertThat(sale.openTasks()).containsExactly("userTask_chooseBank");
        accepted(choose(sale, "icbc", sale.person().name()));
        accepted(collect(sale, 0));
        accepted(submit(sale));
        return sale;
    }

    private Sale refused() {
        Sale sale = submitted("COMMERCIAL");
        assertThat(answer(sale, Map.of("answer", "REFUSED")).isOk()).isFalse();
        accepted(answer(sale, Map.of("answer", "REFUSED", "reason", "征信不足")));
        assertThat(sale.openTasks()).containsExactly("userTask_handleLoanRefusal");
        return sale;
    }

    private Answer choose(Sale sale, String bank, String applicants) {
        return sale.submit(CHEN, "userTask_chooseBank", Map.of("bank", bank, "applicants", applicants));
    }

    /** All but the last so many are there. */
    private Answer collect(Sale sale, int missing) {
        List<Map<String, Object>> lines = new ArrayList<>();
        JsonNode papers = sale.prefill(MARKETING, "userTask_collectPapers").path("papers");
        for (JsonNode paper : papers) {
            lines.add(Map.of("key", paper.path("key").asText(), "received", lines.size() < papers.size() - missing));
        }
        return sale.submit(MARKETING, "userTask_collectPapers", Map.of("papers", lines));
    }

    private Answer submit(Sale sale) {
        return sale.submit(
                MARKETING,
                "userTask_submitLoan",
                Map.of("submittedOn", sale.today().toString()));
    }

    private Answer answer(Sale sale, Map<String, Object> said) {
        Map<String, Object> form = new HashMap<>(said);
        form.put("decidedOn", sale.today().toString());
        return sale.submit(MARKETING, "userTask_recordAnswer", form);
    }

    private Answer sign(Sale sale) {
        return sale.submit(
                CHEN,
                "userTask_signLoan",
                Map.of(
                        "contractNo",
                        "JK-" + sale.key(),
                        "signedOn",
                        sale.today().toString()));
    }

    private Answer release(Sale sale, String userId, String amount) {
        Map<String, Object> form = new HashMap<>();
        form.put("amount", amount);
        form.put("payer", "工商银行城西支行");
        form.put("bankSerial", "FK" + UUID.randomUUID());
        form.put("paidOn", sale.today().toString());
        if (!userId.equals(CASHIER)) {
            return at(userId)
                    .submitForm(
                            at(CASHIER)
                                    .taskOf(sale.key(), "userTask_recordRelease")
                                    .id(),
                            form);
        }
        return sale.submit(userId, "userTask_recordRelease", form);
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.path(field).asText()));
        return texts;
    }

    private String state(Sale sale) {
        return jdbc.queryForObject("select state from sales.mortgages where case_id = ?", String.class, sale.caseId());
    }

    private List<String> notes(Sale sale) {
        return jdbc.queryForList(
                "select n.text from sales.mortgage_notes n join sales.mortgages m on m.id = n.mortgage_id"
                        + " where m.case_id = ? order by n.seq",
                String.class,
                sale.caseId());
    }

    private List<String> plan(Sale sale) {
        return jdbc.queryForList(
                "select i.kind || ' ' || i.amount || '/' || coalesce((select sum(a.amount) from sales.allocations a"
                        + " where a.instalment_id = i.id and a.freed_at is null), 0)"
                        + " from sales.instalments i join sales.payment_plans p on p.id = i.plan_id where p.account_id = ?"
                        + " and p.revision = (select max(revision) from sales.payment_plans where account_id = p.account_id)"
                        + " order by i.seq",
                String.class,
                sale.caseId());
    }
}

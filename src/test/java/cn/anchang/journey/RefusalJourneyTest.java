package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.PaymentMethod;
import cn.anchang.payment.ReceiveOutcome;
import cn.anchang.shared.Money;
import cn.anchang.testing.TasklistSession.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk says no to: one sentence, the task stays open, nothing is written. */
class RefusalJourneyTest extends JourneyTest {

    @Autowired
    Ledger ledger;

    @Test
    void aUnitThatSomebodyElseHoldsIsRefusedByNameAndHour() {
        Sale first = sale().held();
        Sale second = sale(first.site(), LIN, Person.unknown()).intended();

        Answer no = second.choose(first.site().unit(0));

        refused(no, "陈晓");
        assertThat(second.openTasks()).containsExactly("userTask_chooseUnit");
        assertThat(second.state()).isEqualTo("NEGOTIATING");
        assertThat(first.site().occupants(first.site().unit(0))).containsExactly(first.caseId());
        assertThat(second.milestones()).containsEntry("UNIT_CHOICE", false).doesNotContainKey("DEPOSIT");
        accepted(second.choose(first.site().unit(1)));
    }

    @Test
    void aUnitOfAnotherProjectIsRefused() {
        Sale sale = sale().intended();

        refused(sale.choose(site(1).unit(0)), "不属于楼盘");
    }

    @Test
    void aUnitWithoutPresalePermitIsRefused() {
        Sale sale = sale().intended();

        refused(sale.choose(sale.site().unitWithoutPermit()), "预售许可");
        assertThat(sale.openTasks()).containsExactly("userTask_chooseUnit");
    }

    @Test
    void noMoneyIsTakenWhenThePermitIsWithdrawnDuringTheHold() {
        Sale sale = sale().held();
        sale.site().withdrawPermit();

        refused(sale.deposit("50000.00"), "预售许可");
        assertThat(sale.openTasks()).containsExactly("userTask_collectDeposit");
        assertThat(moneyOf(sale)).isZero();
    }

    @Test
    void aDepositAboveAFifthOfThePriceIsRefused() {
        Sale sale = sale().held();

        refused(sale.deposit("200000.01"), "200,000.01", "200,000.00");
        assertThat(moneyOf(sale)).isZero();
        accepted(sale.deposit("200000.00"));
    }

    @Test
    void noDepositIsTakenOnAHoldThatHasLapsed() {
        Sale sale = sale().held();
        clock.forward(java.time.Duration.ofHours(3));

        refused(sale.deposit("50000.00"), "到期");
        assertThat(moneyOf(sale)).isZero();
        sale.runDue();
        assertThat(sale.openTasks()).containsExactly("userTask_negotiate");
    }

    @Test
    void aSubscriptionIsRefusedUntilBuyersAndPlanAreRight() {
        Sale sale = sale().reserved();
        Person person = sale.person();

        refused(
                sale.subscribe(Map.of(
                        "plan",
                        List.of(
                                Sale.line("DEPOSIT", "50000.00", sale.today()),
                                Sale.line("FULL", "949999.99", sale.today().plusDays(7))))),
                "0.01");
        refused(
                sale.subscribe(Map.of(
                        "plan",
                        List.of(
                                Sale.line("DEPOSIT", "60000.00", sale.today()),
                                Sale.line("FULL", "940000.00", sale.today().plusDays(7))))),
                "60,000.00",
                "50,000.00");
        refused(
                sale.subscribe(Map.of(
                        "plan",
                        List.of(
                                Sale.line("DEPOSIT", "50000.00", sale.today()),
                                Sale.line("FULL", "950000.00", sale.today().plusDays(8))))),
                "签约期限");
        refused(
                sale.subscribe(Map.of(
                        "plan",
                        List.of(
                                Sale.line("DEPOSIT", "50000.00", sale.today()),
                                Sale.line("FIRST", "450000.00", sale.today().plusDays(7)),
                                Sale.line("MORTGAGE", "500000.00", sale.today().plusDays(30))))),
                "不含“按揭”");
        Map<String, Object> wrong = new HashMap<>(
                Map.of("name", person.name(), "idType", "ID_CARD", "idNo", "330106199001011234", "sharePercent", 100));
        refused(sale.subscribe(Map.of("buyers", List.of(wrong))), "证件号码有误");
        wrong.put("idNo", person.idNo());
        wrong.put("sharePercent", 60);
        refused(sale.subscribe(Map.of("buyers", List.of(wrong))), "60%");

        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("HELD");
        accepted(sale.subscribe(Map.of()));
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("SUBSCRIBED");
    }

    @Test
    void aContractIsRefusedBeforeTheFirstMoneyOrAtAnotherTotal() {
        Sale sale = sale().subscribed();
        accepted(sale.pay("400000.00"));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        accepted(sale.pay("550000.00"));
        assertThat(sale.openTasks()).containsExactly("userTask_signContract");

        refused(sale.signContract(Map.of("total", "999999.00")), "999,999.00", "1,000,000.00");
        refused(sale.signContract(Map.of("signedOn", sale.today().plusDays(1).toString())), "签订日期");
        refused(sale.signContract(Map.of("deliverOn", sale.today().minusDays(1).toString())), "交房日期");
        sale.reverseLastPayment(ledger);
        refused(sale.signContract(Map.of()), "550,000.00");
        assertThat(sale.openTasks()).containsExactly("userTask_signContract");
        assertThat(sale.state()).isEqualTo("SUBSCRIBED");
    }

    @Test
    void aFilingNumberIsUsedOnce() {
        Sale first = sale().filed();
        Sale second = sale().contracted();

        refused(second.fileContract("BA" + first.caseId()), "已用于合同");
        assertThat(second.openTasks()).containsExactly("userTask_fileContract");
    }

    @Test
    void theChecklistIsTickedWholeAndByASecondPerson() {
        Sale sale = sale().filed();
        refused(sale.check(MANAGER, "receipts", "identity"), "还有 2 项未核对", "收条与收据齐全");
        jdbc.update("update sales.sales_cases set consultant = ? where id = ?", MANAGER, sale.caseId());

        refused(sale.check(MANAGER), "第二人核对", "赵明");

        assertThat(sale.openTasks()).containsExactly("userTask_checkDeal");
        jdbc.update("update sales.sales_cases set consultant = ? where id = ?", CHEN, sale.caseId());
        accepted(sale.check(MANAGER));
    }

    @Test
    void closingIsRefusedWhileAnotherTaskIsOpenAndSaysWhich() {
        Sale sale = sale().woundUp();
        identity.clearAuthentication();
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(sale.key())
                .rootProcessInstances()
                .singleResult()
                .getId();
        runtime.createProcessInstanceModification(process)
                .startBeforeActivity("userTask_fileContract")
                .execute();

        refused(sale.summarize(), "还有任务未办结：办理网签备案");
    }

    @Test
    void closingIsRefusedWhileAStageWasNeverLeftAndSaysWhich() {
        Sale sale = sale().woundUp();
        jdbc.update(
                "update sales.milestones set actual_to = null where case_id = ? and stage = 'TITLE'", sale.caseId());

        refused(sale.summarize(), "还有环节未完成");
    }

    @Test
    void closingIsRefusedWhileMoneyIsOpenAndSaysWhich() {
        Sale sale = sale().woundUp();
        sale.reverseLastPayment(ledger);

        refused(sale.summarize(), "第2期全款 950,000.00元", "950,000.00");

        assertThat(sale.openTasks()).containsExactly("userTask_writeSummary");
        assertThat(sale.state()).isEqualTo("CHECKED");
        refused(
                sale.submit(
                        CHEN,
                        "userTask_writeSummary",
                        Map.of("answers", List.of(Map.of("code", "course", "text", "x")))),
                "未填写的项目");
    }

    @Test
    void closingIsRefusedWhileMoneyWaitsForASecondPerson() {
        Sale sale = sale().woundUp();
        assertThat(ledger.receive(
                        sale.caseId(),
                        new MoneyIn(
                                Item.FULL_PAYMENT,
                                Money.of("5000000.01"),
                                PaymentMethod.TRANSFER,
                                sale.person().name(),
                                "SN" + sale.key(),
                                sale.today()),
                        CASHIER))
                .isInstanceOf(ReceiveOutcome.AwaitingSecondPerson.class);

        refused(sale.summarize(), "5,000,000.01", "第二人复核");
        assertThat(sale.openTasks()).containsExactly("userTask_writeSummary");
    }

    @Test
    void onlyASiteManagerGivesAVisitorToAnotherConsultant() {
        refused(sale().register(Map.of("consultant", LIN)), "只有案场经理");
        Sale byManager = sale(site(1), MANAGER, Person.unknown());
        refused(byManager.register(), "指定一位置业顾问");
        accepted(byManager.register(Map.of("consultant", LIN)));
        assertThat(at(LIN).taskOf(byManager.key(), "userTask_negotiate").assignee())
                .isEqualTo(LIN);
    }

    @Test
    void papersAndPhonesAreOnlyForThoseWhoMayReadTheCase() {
        Sale sale = sale().filed();
        for (String paper : List.of("intent", "subscription", "contract", "checklist")) {
            String path = "/papers/" + paper + "/" + sale.caseId();
            for (String reader : List.of(CHEN, MANAGER, CASHIER, GENERAL_MANAGER)) {
                Answer page = at(reader).get(path);
                assertThat(page.status())
                        .as("%s %s %s", reader, paper, page.text())
                        .isEqualTo(200);
                assertThat(page.text())
                        .doesNotContain(sale.person().phone())
                        .doesNotContain(sale.person().idNo());
            }
            for (String stranger : List.of(LIN, MARKETING, SERVICE, "feng.tao")) {
                assertThat(at(stranger).get(path).status())
                        .as("%s %s", stranger, paper)
                        .isEqualTo(404);
            }
            assertThat(at(CHEN).get("/papers/" + paper + "/" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(at(CHEN).get("/papers/subscription/" + sale.caseId()).text())
                .contains("壹佰万元整", "伍万元整", "杭售许字", "王小明");
    }

    @Test
    void aRevealedPhoneIsWrittenDown() {
        Sale sale = sale().visited();

        Answer shown = reveal(CHEN, sale);

        assertThat(shown.json().path("phone").asText()).isEqualTo(sale.person().phone());
        assertThat(reveal(LIN, sale).status()).isEqualTo(404);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.reveals where customer_id ="
                                + " (select customer_id from sales.sales_cases where id = ?)",
                        Integer.class,
                        sale.caseId()))
                .isOne();
    }

    @Test
    void theEnginesTablesKeepNoPhoneAndNoIdNumber() {
        Sale sale = sale().woundUp();
        accepted(sale.summarize());

        assertThat(enginesTablesWith(sale.key()))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(enginesTablesWith(sale.person().phone())).isEmpty();
        assertThat(enginesTablesWith(sale.person().idNo())).isEmpty();
        assertThat(enginesTablesWith(sale.person().email())).isEmpty();
    }

    /** Every text and every blob of the engine is searched; not for the name, which other journeys share. */
    private List<String> enginesTablesWith(String secret) {
        List<String> found = new ArrayList<>();
        jdbc.query(
                "select table_name, column_name from information_schema.columns where table_schema = 'public'"
                        + " and table_name like 'act_%' and data_type in ('character varying', 'text', 'bytea')",
                row -> {
                    String table = row.getString(1);
                    String column = row.getString(2);
                    String bytes = isBytes(table, column) ? column : "convert_to(" + column + ", 'UTF8')";
                    int hits = jdbc.queryForObject(
                            "select count(*) from " + table + " where position(convert_to(?, 'UTF8') in " + bytes
                                    + ") > 0",
                            Integer.class,
                            secret);
                    if (hits > 0) {
                        found.add(table + "." + column);
                    }
                });
        return found;
    }

    private boolean isBytes(String table, String column) {
        return "bytea"
                .equals(jdbc.queryForObject(
                        "select data_type from information_schema.columns where table_schema = 'public'"
                                + " and table_name = ? and column_name = ?",
                        String.class,
                        table,
                        column));
    }

    private Answer reveal(String userId, Sale sale) {
        return at(userId)
                .form(
                        "/api/cases/" + sale.caseId() + "/reveal-phone",
                        at(userId).get("/").text(),
                        Map.of());
    }

    private int moneyOf(Sale sale) {
        return jdbc.queryForObject(
                "select count(*) from sales.payments where account_id = ?", Integer.class, sale.caseId());
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.ArrearsOpening;
import cn.anchang.mail.Delivery;
import cn.anchang.payment.Ledger;
import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.TaskForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A contract with instalments in Chromium: the days go by, letters come, money comes, the letters stop, the table says so. */
@BrowserTest
class CollectionInBrowserTest extends JourneyTest {

    @Autowired
    Ledger ledger;

    @Autowired
    Delivery delivery;

    @Autowired
    ArrearsOpening opening;

    @Test
    void lettersGoOutUntilTheMoneyIsInAndTheTableSaysSo(Browser browser) {
        Sale sale = sale().inInstalments();
        LocalDate due = ledger.openMoney(sale.caseId()).get(0).dueOn();
        to(due.minusDays(4));
        jobs.begin("payment-reminder");
        delivery.deliverDue();

        String unit =
                jdbc.queryForObject("select unit_no from sales.sales_cases where id = ?", String.class, sale.caseId());
        browser.signIn(CASHIER).go("/reminders?q=" + unit);
        browser.seeText("将提醒");
        assertThat(browser.text("#in"))
                .contains(sale.person().name(), "到期前 3 天", sale.person().email());
        browser.picture("collection-01-tomorrow");
        browser.run(
                "const row = [...document.querySelectorAll('#in tr')].find(one => one.textContent.includes(arguments[0]));"
                        + " row.querySelector('details').open = true; row.scrollIntoView({block: 'center'});",
                unit);
        browser.picture("collection-02-hold");

        for (int day = -3; day <= 1; day++) {
            to(due.plusDays(day));
            jobs.begin("payment-reminder");
            delivery.deliverDue();
        }
        assertThat(sent(sale)).containsExactly("-7 SENT", "-3 SENT", "0 SENT", "1 SENT");
        browser.go("/reminders?q=" + unit);
        browser.picture("collection-03-log");
        browser.click("#log a.button");
        browser.seeText("信件正文");
        assertThat(browser.pageText()).contains("尚未收到", "叁拾万元整", "payment-reminder-buyer@", "250");
        browser.picture("collection-04-letter");

        browser.go("/receivables?project=" + sale.site().projectId());
        assertThat(browser.text("#tracking")).contains("逾期未付款", "发送付款提醒", "1 天");
        browser.picture("collection-05-table");
        register(sale, "300000.00");
        to(due.plusDays(7));
        jobs.begin("payment-reminder");
        delivery.deliverDue();
        assertThat(sent(sale)).hasSize(4);

        browser.go("/receivables?status=PAID&project=" + sale.site().projectId());
        assertThat(browser.all("#tracking tbody tr")).hasSize(3);
        browser.picture("collection-06-paid");
        browser.go("/receivables/statistics");
        browser.click("#check button");
        browser.see(".notice");
        browser.picture("collection-07-statistics");
        browser.go("/sample/mailbox");
        assertThat(browser.pageText()).contains("付款提醒", "叁拾万元整").doesNotContain("MimeMultipart");
        browser.picture("collection-08-mailbox");
    }

    @Test
    void whatLettersDidNotBringInIsCalledWrittenReviewedAndEndsWithTheMoney(Browser browser) {
        Sale sale = sale().inInstalments();
        Debt debt = Debt.of(this, sale, opening);
        browser.signIn(CHEN);
        TaskForm.ofTask(
                        browser,
                        at(CHEN).taskOf(debt.key(), "userTask_callDebtor").id())
                .write("note", "客户说半个月内付")
                .day("promisedOn", sale.today().plusDays(15))
                .picture("arrears-01-call")
                .complete();
        assertThat(debt.acts()).containsExactly("CALL chen.xiao");

        browser.signInInstead(CASHIER);
        form(browser, debt.letterIsDue(), "userTask_writeDemand")
                .claim()
                .write("words", "请与置业顾问陈晓联系")
                .picture("arrears-02-letter")
                .complete();
        browser.signInInstead(DIRECTOR);
        form(browser, debt, "userTask_decide").picture("arrears-03-approval");
        debt.decided(DIRECTOR, "AGREE");
        browser.signInInstead(CASHIER);
        form(browser, debt, "userTask_sendDemand")
                .claim()
                .day("sentOn", sale.today())
                .write("mailNo", "EMS1234567890")
                .picture("arrears-04-sending")
                .complete();
        browser.signInInstead(GENERAL_MANAGER);
        form(browser, debt.reviewIsDue(), "userTask_reviewRescission")
                .claim()
                .choose("decision", "继续等待")
                .day("until", sale.today().plusDays(10))
                .write("reason", "客户已提供卖房回款证明")
                .picture("arrears-05-review")
                .complete();

        sale.receive(ledger, "120000.00");
        browser.signInInstead(CHEN).go("/arrears?q=" + sale.person().name());
        browser.picture("arrears-06-list");
        browser.go("/arrears/" + debt.id());
        browser.type("#amount", "800").type("#reason", "客户住院，已商定付款日期").click("#waive button");
        browser.seeText("已提交审批");
        assertThat(browser.text("#fee")).contains("300,000.00", "0.01%");
        browser.picture("arrears-07-one");
        sale.receive(ledger, "180000.00");
        browser.go("/arrears/" + debt.id());
        browser.seeText("这一期已经付清，催收自动结束");
        browser.picture("arrears-08-over");
    }

    private TaskForm form(Browser browser, Debt debt, String task) {
        return TaskForm.ofTask(browser, at("xu.qiang").taskOf(debt.key(), task).id());
    }

    private void register(Sale sale, String amount) {
        accepted(at(CASHIER)
                .startForm(
                        "payment-registration",
                        Map.of(
                                "account",
                                sale.key(),
                                "item",
                                "INSTALMENT",
                                "amount",
                                amount,
                                "method",
                                "TRANSFER",
                                "payer",
                                sale.person().name(),
                                "bankSerial",
                                "SN" + UUID.randomUUID(),
                                "paidOn",
                                sale.today().toString())));
    }

    private List<String> sent(Sale sale) {
        return jdbc.queryForList(
                "select level || ' ' || state from sales.reminders where account_id = ? order by made_at, level",
                String.class,
                sale.caseId());
    }
}

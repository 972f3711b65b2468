package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TaskForm;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sales carried by people in front of Tasklist, each at the step that is theirs. Every step leaves a picture. */
@BrowserTest
class SaleInBrowserTest {

    private static final String PROJECT = "云栖花园";

    @LocalServerPort
    int port;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private final String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    @Test
    void aSalePaidInFullGoesFromReceptionToCompletionThroughEveryRole(Browser browser) {
        LocalDate today = LocalDate.now(clock);

        browser.signIn("chen.xiao");
        TaskForm.reception(browser)
                .write("phone", phone)
                .write("name", "王小明")
                .choose("projectId", PROJECT)
                .choose("channel", "自然到访")
                .choose("grade", "A 级")
                .write("suggestion", "希望增加儿童乐园")
                .picture("sale-01-reception")
                .complete();
        String sale = newestSale();

        task(browser, "chen.xiao", sale, "userTask_negotiate")
                .choose("outcome", "有意向")
                .write("feedback", "看了样板间，很满意")
                .picture("sale-02-negotiation")
                .complete();
        TaskForm choice = task(browser, "chen.xiao", sale, "userTask_chooseUnit");
        String unitNo = pickFirstUnit(browser);
        choice.picture("sale-03-unit-choice").complete();

        browser.signInInstead("qian.hui");
        task(browser, "qian.hui", sale, "userTask_collectDeposit")
                .picture("sale-04-deposit-unclaimed")
                .claim()
                .write("amount", "50000")
                .choose("method", "转账")
                .write("bankSerial", "D" + phone)
                .picture("sale-04-deposit")
                .complete();

        browser.signInInstead("chen.xiao");
        TaskForm subscription = task(browser, "chen.xiao", sale, "userTask_signSubscription");
        assertThat(subscription.mayComplete()).isFalse();
        browser.see("[data-field='buyers'] input[aria-label='证件号码']").sendKeys("11010519491231002X");
        subscription.picture("sale-05-subscription").complete();

        browser.signInInstead("qian.hui");
        TaskForm payment =
                task(browser, "qian.hui", sale, "userTask_collectFirstPayment").claim();
        assertThat(payment.field("amount").getText()).contains("大写：", "收此笔后即收齐");
        payment.choose("method", "转账")
                .write("bankSerial", "F" + phone)
                .picture("sale-06-first-payment")
                .complete();

        browser.signInInstead("chen.xiao");
        task(browser, "chen.xiao", sale, "userTask_signContract")
                .day("deliverOn", today.plusYears(1))
                .picture("sale-07-contract")
                .complete();
        task(browser, "chen.xiao", sale, "userTask_fileContract")
                .write("filingNo", "WQ" + phone)
                .picture("sale-08-filing")
                .complete();

        browser.signInInstead("zhao.ming");
        task(browser, "zhao.ming", sale, "userTask_checkDeal")
                .claim()
                .tickAll()
                .picture("sale-09-checklist")
                .complete();

        browser.signInInstead("sun.li");
        task(browser, "sun.li", sale, "userTask_handOverPapers")
                .claim()
                .tickAll()
                .write("receivedBy", "档案室")
                .picture("sale-10-papers")
                .complete();

        browser.signInInstead("zheng.fang");
        task(browser, "zheng.fang", sale, "userTask_handOverUnit")
                .claim()
                .write("keys", "3")
                .picture("sale-11-handover")
                .complete();
        task(browser, "zheng.fang", sale, "userTask_registerTitle")
                .claim()
                .write("titleNo", "浙2026不动产权第" + phone + "号")
                .picture("sale-12-title")
                .complete();

        browser.signInInstead("chen.xiao");
        TaskForm summary = task(browser, "chen.xiao", sale, "userTask_writeSummary");
        browser.all("form.anchang .ac-guide textarea").forEach(box -> box.sendKeys("自然到访，一周成交。"));
        summary.picture("sale-13-summary").complete();

        assertThat(endsOf(sale)).containsExactly("endEvent_dealReleased", "endEvent_saleCompleted");
        assertThat(jdbc.queryForObject("select state from sales.units where unit_no = ?", String.class, unitNo))
                .isEqualTo("DELIVERED");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("form")
                        .count())
                .as("what people typed is the desk's to keep, not the engine's")
                .isZero();

        browser.signInInstead("zhao.ming").go("/units").seeText(PROJECT);
        browser.picture("sale-14-units");
        browser.go("/progress").seeText("已结束");
        browser.picture("sale-15-progress");
        browser.go("/papers/" + sale).seeText("认购协议书");
        browser.all("#papers tbody tr").stream()
                .filter(row -> row.getText().contains("成交客户检查表"))
                .findFirst()
                .orElseThrow()
                .findElement(org.openqa.selenium.By.cssSelector("td:last-child button"))
                .click();
        browser.seeText("成交客户检查表已出具").picture("sale-16-papers");
    }

    @Test
    void aUnitThatSomebodyElseTookIsRefusedWithItsHolderAndWhatWasTypedStays(Browser browser) {
        String mine = saleReadyToChoose("chen.xiao", "赵一", phone);
        String rivals = saleReadyToChoose(
                "lin.jia", "钱二", "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));

        browser.signIn("chen.xiao");
        TaskForm choice =
                task(browser, "chen.xiao", mine, "userTask_chooseUnit").write("note", "客户喜欢南向");
        String unitNo = pickFirstUnit(browser);
        String unitId = browser.see("[data-field='unitId'] tbody input:checked").getDomProperty("value");

        TasklistSession linJia = TasklistSession.of(port, "lin.jia");
        assertThat(linJia.submitForm(
                                linJia.taskOf(rivals, "userTask_chooseUnit").id(), SaleForms.choose(unitId))
                        .status())
                .isEqualTo(204);

        String said = choice.completeRefused();
        choice.picture("refusal-unit-taken");
        assertThat(said).contains(unitNo, "林佳", "预留至").doesNotContain("ENGINE", "Exception", "Cannot");
        assertThat(choice.value("note")).isEqualTo("客户喜欢南向");
        browser.until(
                "the list was read again, without the unit",
                driver ->
                        driver.findElements(By.cssSelector("[data-field='unitId'] tbody input[value='" + unitId + "']"))
                                        .isEmpty()
                                ? true
                                : null);
        assertThat(choice.mayComplete()).isFalse();
    }

    @Test
    void aVisitorIsRegisteredWithTheKeyboardAlone(Browser browser) {
        browser.signIn("chen.xiao");
        TaskForm reception = TaskForm.reception(browser);
        browser.until(
                "the first field has the focus",
                driver -> "tel".equals(driver.switchTo().activeElement().getDomAttribute("type")) ? true : null);

        keys(browser, phone, Keys.ENTER, "孙三", Keys.ENTER);
        keys(browser, Keys.ENTER, Keys.ENTER);
        toProject(browser);
        keys(browser, Keys.ENTER, Keys.SPACE);
        reception.picture("reception-by-keyboard");
        assertThat(reception.status()).contains("已填写完整");
        reception.complete();

        assertThat(TasklistSession.of(port, "chen.xiao")
                        .taskOf(newestSale(), "userTask_negotiate")
                        .assignee())
                .isEqualTo("chen.xiao");
    }

    @Test
    void aKnownTelephoneTellsWhoseCustomerItIsAndNothingElse(Browser browser) {
        saleReadyToChoose("lin.jia", "周五郎", phone);

        browser.signIn("chen.xiao");
        TaskForm reception = TaskForm.reception(browser).write("phone", phone);
        browser.until(
                "the telephone is looked up",
                driver -> reception.field("phone").getText().contains("林佳") ? true : null);
        reception.picture("reception-known-phone");
        assertThat(reception.field("phone").getText()).doesNotContain("周", "五郎");
    }

    @Test
    void aFollowUpNeedsADayThatIsNotPastAndALossItsReason(Browser browser) {
        LocalDate today = LocalDate.now(clock);
        String sale = saleInNegotiation("chen.xiao", "吴六", phone);
        browser.signIn("chen.xiao");
        TaskForm negotiation = task(browser, "chen.xiao", sale, "userTask_negotiate");
        assertThat(browser.all("[data-field='followUpOn']")).noneMatch(WebElement::isDisplayed);

        negotiation.choose("outcome", "再跟进");
        assertThat(negotiation.mayComplete()).isFalse();
        negotiation.day("followUpOn", today.minusDays(1)).pressComplete();
        assertThat(negotiation.field("followUpOn").getText()).contains("跟进日期不能早于今天");
        negotiation.picture("follow-up-in-the-past");

        negotiation.choose("outcome", "战败");
        assertThat(negotiation.mayComplete()).isFalse();
        negotiation.choose("lostReason", "价格").picture("lost").complete();
        assertThat(endsOf(sale)).containsExactly("endEvent_customerLost");
    }

    @Test
    void nothingTypedIsLostWhenTheSessionExpires(Browser browser) {
        String sale = saleInNegotiation("chen.xiao", "郑七", phone);
        browser.signIn("chen.xiao");
        TaskForm before = task(browser, "chen.xiao", sale, "userTask_negotiate")
                .choose("outcome", "有意向")
                .write("feedback", "谈了一个小时");
        browser.until(
                "the draft is kept",
                driver -> Boolean.TRUE.equals(
                                browser.run(
                                        "return Object.keys(sessionStorage).some(k => k.startsWith('anchang.draft.') && sessionStorage[k].includes('一个小时'))"))
                        ? true
                        : null);
        browser.driver().manage().deleteAllCookies();
        before.pressComplete();
        browser.see("#username");

        browser.signIn("chen.xiao");
        TaskForm after = task(browser, "chen.xiao", sale, "userTask_negotiate");
        after.picture("draft-restored");
        assertThat(after.value("feedback")).isEqualTo("谈了一个小时");
        assertThat(browser.text("form.anchang .ac-draft")).contains("已恢复");

        browser.signInInstead("lin.jia").go("/camunda/app/tasklist/default/");
        browser.see(".task-filters");
        TaskForm.reception(browser);
        assertThat(browser.run("return Object.values(sessionStorage).some(kept => kept.includes('一个小时'))"))
                .as("the next person at this screen finds nothing of it")
                .isEqualTo(false);
    }

    @Test
    void theCardShowsTheTelephoneOnRequestAndOpensThePaperThatWasRegistered(Browser browser) {
        String sale = saleInNegotiation("chen.xiao", "秦十", phone);
        browser.signIn("chen.xiao");
        task(browser, "chen.xiao", sale, "userTask_negotiate");
        assertThat(browser.text("form.anchang .ac-phone")).contains("****").doesNotContain(phone);

        browser.clickText("显示");
        browser.until(
                "the whole number is shown",
                driver -> browser.text("form.anchang .ac-phone").equals(phone) ? true : null);
        assertThat(jdbc.queryForList(
                        "select revealed_to || ' ' || what from sales.reveals where customer_id ="
                                + " (select customer_id from sales.sales_cases where id = ?::uuid)",
                        String.class,
                        sale))
                .as("a reveal is logged (R35)")
                .containsExactly("chen.xiao PHONE");

        String first = browser.driver().getWindowHandle();
        browser.clickText("到访客户意愿登记表");
        browser.until("the paper is open", driver -> driver.getWindowHandles().size() == 2 ? true : null);
        browser.driver().getWindowHandles().stream()
                .filter(window -> !window.equals(first))
                .forEach(window -> browser.driver().switchTo().window(window));
        browser.seeText("到访时间");
        browser.picture("paper-intent");
        LocalDate today = LocalDate.now(clock);
        assertThat(browser.pageText())
                .contains(
                        "秦十", "%d年%d月%d日（首次）".formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth()));
    }

    @Test
    void aCardThatCannotBeReadSaysSoAndIsReadAgain(Browser browser) {
        String sale = saleInNegotiation("chen.xiao", "冯八", phone);
        browser.signIn("chen.xiao").go("/camunda/app/tasklist/default/");
        browser.see(".task-filters");
        browser.run(
                "const real = window.fetch; let first = true; window.fetch = (path, how) => "
                        + "String(path).endsWith('/card') && first ? (first = false, Promise.reject(new Error('offline'))) : real(path, how);");
        browser.run(
                "location.hash = '#/?task=' + arguments[0]",
                TasklistSession.of(port, "chen.xiao")
                        .taskOf(sale, "userTask_negotiate")
                        .id());

        assertThat(browser.text("form.anchang .ac-trouble")).contains("连不上服务器");
        browser.picture("card-not-read");
        browser.clickText("重试");
        browser.see("form.anchang .ac-card");
    }

    // ---- people and their tasks

    private TaskForm task(Browser browser, String userId, String sale, String key) {
        return TaskForm.ofTask(
                browser, TasklistSession.of(port, userId).taskOf(sale, key).id());
    }

    private static String pickFirstUnit(Browser browser) {
        WebElement row = browser.see("[data-field='unitId'] tbody tr:has(input)");
        String unitNo = row.findElement(By.cssSelector("td:nth-child(2)")).getText();
        row.click();
        return unitNo;
    }

    private static void keys(Browser browser, CharSequence... keys) {
        Actions actions = new Actions(browser.driver());
        for (CharSequence key : keys) {
            actions.sendKeys(key);
        }
        actions.perform();
    }

    /** The tests' other projects stand in the same list: walks to the sample's with the arrow keys. */
    private static void toProject(Browser browser) {
        int projects = browser.all("[data-field='projectId'] .ac-chip").size();
        for (int i = 0; i <= projects; i++) {
            List<WebElement> chosen = browser.all("[data-field='projectId'] .ac-chip:has(input:checked)");
            if (!chosen.isEmpty() && chosen.get(0).getText().contains(PROJECT)) {
                return;
            }
            keys(browser, Keys.ARROW_RIGHT);
        }
        throw new AssertionError(PROJECT + " cannot be reached with the arrow keys");
    }

    private String saleInNegotiation(String consultant, String name, String phone) {
        TasklistSession session = TasklistSession.of(port, consultant);
        String project = jdbc.queryForObject("select id from sales.projects where name = ?", UUID.class, PROJECT)
                .toString();
        assertThat(session.startForm("sales-case", SaleForms.visit(project, name, phone))
                        .status())
                .isEqualTo(200);
        return newestSale();
    }

    private String saleReadyToChoose(String consultant, String name, String phone) {
        String sale = saleInNegotiation(consultant, name, phone);
        TasklistSession session = TasklistSession.of(port, consultant);
        assertThat(session.submitForm(session.taskOf(sale, "userTask_negotiate").id(), SaleForms.intent())
                        .status())
                .isEqualTo(204);
        return sale;
    }

    /** The clock of the tests stands still, so the running number says which sale is the newest. */
    private String newestSale() {
        return jdbc.queryForObject("select id::text from sales.sales_cases order by no desc limit 1", String.class);
    }

    private List<String> endsOf(String sale) {
        String instanceId = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(sale)
                .processDefinitionKey("sales-case")
                .finished()
                .singleResult()
                .getId();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instanceId).finished().list().stream()
                .filter(passed -> passed.getActivityType().endsWith("EndEvent"))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}

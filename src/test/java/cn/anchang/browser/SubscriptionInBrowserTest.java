package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.shared.Money;
import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TaskForm;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 签订认购协议书 in front of Tasklist: terms and loans draw the plan, and whoever changes it sees what is missing to the price. */
@BrowserTest
class SubscriptionInBrowserTest {

    private static final String PLAN = "form.anchang [data-field='plan']";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private final String phone = "137" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    @Test
    void aMortgageIsDrawnByTheRulesChangedWithinThemAndSubscribed(Browser browser) {
        String sale = depositPaid();
        Money price = price(sale);
        browser.signIn("chen.xiao");
        TaskForm form = TaskForm.ofTask(
                browser,
                TasklistSession.of(port, "chen.xiao")
                        .taskOf(sale, "userTask_signSubscription")
                        .id());
        assertThat(kinds(browser)).containsExactly("定金转入", "全款");
        assertThat(browser.all("[data-field='commercialLoan'], [data-field='fundLoan']"))
                .noneMatch(WebElement::isDisplayed);
        browser.see("[data-field='buyers'] input[aria-label='证件号码']").sendKeys("11010519491231002X");

        form.choose("paymentMethod", "分期");
        drawn(browser, "定金转入", "首付", "分期", "分期", "尾款");
        assertThat(browser.text(PLAN)).contains("签约后 60 天", "签约后 120 天", "交房之日", "首付不低于总价的 15%");
        form.picture("subscription-01-instalments", PLAN);

        form.choose("paymentMethod", "组合贷款按揭");
        drawn(browser, "定金转入", "首付", "按揭", "公积金");
        assertThat(form.value("commercialLoan")).isNotBlank();
        assertThat(form.value("fundLoan")).isNotBlank();
        form.picture("subscription-02-combined", "form.anchang [data-field='paymentMethod']");

        form.choose("paymentMethod", "商业贷款按揭");
        drawn(browser, "定金转入", "首付", "按揭");
        form.write("commercialLoan", "500000");
        Money first = price.minus(Money.of("550000"));
        firstIs(browser, first);
        assertThat(browser.text(PLAN)).contains("✓ 相符");
        assertThat(form.mayComplete()).isTrue();
        form.picture("subscription-03-mortgage", "form.anchang [data-field='paymentMethod']");

        form.write("commercialLoan", price.formatted());
        browser.until(
                "the loan is refused",
                driver -> form.field("commercialLoan").getText().contains("最多可贷") ? true : null);
        assertThat(form.mayComplete()).isFalse();
        form.picture("subscription-04-loan-too-high", "form.anchang [data-field='paymentMethod']");
        form.write("commercialLoan", "500000");
        browser.until(
                "the loan is accepted again",
                driver -> form.field("commercialLoan").getText().contains("最多可贷") ? null : true);

        WebElement amount = amounts(browser).get(1);
        amount.clear();
        amount.sendKeys(first.minus(Money.of("1")).toString());
        assertThat(browser.text(PLAN + " .ac-foot")).contains("少 1.00 元");
        assertThat(form.mayComplete()).isFalse();
        form.picture("subscription-05-difference", PLAN);
        amount.clear();
        amount.sendKeys(first.toString());
        assertThat(browser.text(PLAN + " .ac-foot")).contains("✓ 相符");
        form.complete();

        LocalDate signBy = LocalDate.now(clock).plusDays(7);
        assertThat(jdbc.queryForList(
                        "select kind || ' ' || amount || ' ' || due_on from sales.instalments i join sales.payment_plans p"
                                + " on p.id = i.plan_id where p.account_id = ?::uuid order by seq",
                        String.class,
                        sale))
                .containsExactly(
                        "DEPOSIT 50000.00 " + LocalDate.now(clock),
                        "FIRST %s %s".formatted(first, signBy),
                        "MORTGAGE 500000.00 " + signBy.plusDays(45));
        browser.go("/papers/subscription/" + sale).seeText("商业贷款按揭");
        browser.picture("subscription-06-paper");
    }

    @Test
    void aSpecialPriceBringsItsTermsAndPlanAndLeavesNothingToChange(Browser browser) {
        String sale = depositPaid();
        Money asked = price(sale).minus(Money.of("20000"));
        String special = granted(sale, asked);
        browser.signIn("chen.xiao");
        TaskForm form = TaskForm.ofTask(
                browser,
                TasklistSession.of(port, "chen.xiao")
                        .taskOf(sale, "userTask_signSubscription")
                        .id());
        browser.see("[data-field='buyers'] input[aria-label='证件号码']").sendKeys("11010519491231002X");
        drawn(browser, "定金转入", "首付", "按揭");

        assertThat(form.field("paymentMethod").getText())
                .contains("商业贷款按揭", special, asked.formatted(), "赵明批准")
                .doesNotContain("全款");
        assertThat(form.value("commercialLoan")).isEqualTo("700,000.00");
        assertThat(amounts(browser))
                .allMatch(amount -> amount.getDomProperty("readOnly").equals("true"));
        assertThat(browser.all(PLAN + " .ac-remove button")).isEmpty();
        form.picture("subscription-07-special-price", "form.anchang [data-field='paymentMethod']");
        form.complete();

        assertThat(jdbc.queryForObject(
                        "select price || ' ' || special_price_no || ' ' || terms from sales.subscriptions where case_id = ?::uuid",
                        String.class,
                        sale))
                .isEqualTo("%s %s COMMERCIAL".formatted(asked, special));
        browser.go("/papers/subscription/" + sale).seeText(special);
        browser.picture("subscription-08-special-price-paper");
    }

    /** Asked by the consultant for a mortgage of seven hundred thousand, granted by the site manager. */
    private String granted(String sale, Money price) {
        TasklistSession chenXiao = TasklistSession.of(port, "chen.xiao");
        assertThat(chenXiao.startForm(
                                "price-approval",
                                Map.of(
                                        "caseId",
                                        sale,
                                        "price",
                                        price.toString(),
                                        "terms",
                                        "COMMERCIAL",
                                        "commercialLoan",
                                        "700000.00",
                                        "reason",
                                        "老客户介绍"))
                        .status())
                .isEqualTo(200);
        Map<String, Object> asked =
                jdbc.queryForMap("select id::text as key, no from sales.special_prices where case_id = ?::uuid", sale);
        TasklistSession zhaoMing = TasklistSession.of(port, "zhao.ming");
        String key = (String) asked.get("key");
        String task = zhaoMing.taskOf(key, "userTask_decide").id();
        String seen = zhaoMing.get("/api/tasks/" + task + "/document")
                .json()
                .path("prefill")
                .path("fingerprint")
                .asText();
        hand("zhao.ming", key, "userTask_decide", Map.of("decision", "AGREE", "fingerprint", seen));
        return (String) asked.get("no");
    }

    private static void drawn(Browser browser, String... kinds) {
        browser.until(
                "the plan is drawn anew",
                driver -> kinds(browser).equals(List.of(kinds))
                                && !browser.text(PLAN).contains("正在")
                        ? true
                        : null);
    }

    private static void firstIs(Browser browser, Money amount) {
        browser.until(
                "the first payment is the rest",
                driver -> amount.formatted().equals(amounts(browser).get(1).getDomProperty("value")) ? true : null);
    }

    private static List<String> kinds(Browser browser) {
        return browser.all(PLAN + " tbody select").stream()
                .map(select ->
                        select.findElement(By.cssSelector("option:checked")).getText())
                .toList();
    }

    private static List<WebElement> amounts(Browser browser) {
        return browser.all(PLAN + " tbody input[aria-label='金额']");
    }

    private Money price(String sale) {
        return Money.of(jdbc.queryForObject(
                "select list_price from sales.sales_cases where id = ?::uuid", BigDecimal.class, sale));
    }

    // ---- the way there, handed in without a browser

    private String depositPaid() {
        String project = jdbc.queryForObject("select id::text from sales.projects where name = '云栖花园'", String.class);
        assertThat(TasklistSession.of(port, "chen.xiao")
                        .startForm("sales-case", SaleForms.visit(project, "曹十二", phone))
                        .status())
                .isEqualTo(200);
        String sale =
                jdbc.queryForObject("select id::text from sales.sales_cases order by no desc limit 1", String.class);
        hand("chen.xiao", sale, "userTask_negotiate", SaleForms.intent());
        UUID unit = jdbc.queryForObject(
                "select u.id from sales.units u join sales.buildings b on b.id = u.building_id join sales.projects p"
                        + " on p.id = b.project_id where p.name = '云栖花园' and b.name = '1号楼' and u.state = 'AVAILABLE'"
                        + " and u.purpose = 'HOME' limit 1",
                UUID.class);
        hand("chen.xiao", sale, "userTask_chooseUnit", SaleForms.choose(unit.toString()));
        hand(
                "qian.hui",
                sale,
                "userTask_collectDeposit",
                SaleForms.money("50000.00", "曹十二", "D" + phone, LocalDate.now(clock)));
        return sale;
    }

    private void hand(String userId, String sale, String key, Map<String, Object> form) {
        TasklistSession person = TasklistSession.of(port, userId);
        String task = person.taskOf(sale, key).id();
        if (person.taskOf(sale, key).assignee() == null) {
            person.claim(task);
        }
        assertThat(person.submitForm(task, form))
                .satisfies(answer ->
                        assertThat(answer.status()).as(answer.message()).isEqualTo(204));
    }
}

package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TaskForm;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Chromium shows of a sale by loan: a special price with its lights, papers, the bank's refusal and what follows, money seen by two. */
@BrowserTest
class LoanInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private final String phone = "136" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    @Test
    void aBankRefusesAndTheSaleGoesOnAnotherWay(Browser browser) {
        String sale = filedByLoan("周贷贷");

        browser.signIn("chen.xiao");
        TaskForm bank = task(browser, "chen.xiao", sale, "userTask_chooseBank");
        browser.click("[data-field='bank'] select option[value='icbc']");
        bank.picture("loan-01-bank").complete();

        browser.signInInstead("sun.li");
        TaskForm papers =
                task(browser, "sun.li", sale, "userTask_collectPapers").claim();
        assertThat(papers.field("papers").getText()).contains("周贷贷", "置业顾问", "营销部", "收入证明");
        papers.picture("loan-02-papers").complete();
        papersAllThere(sale);
        hand("sun.li", sale, "userTask_submitLoan", Map.of("submittedOn", today().toString()));
        task(browser, "sun.li", sale, "userTask_recordAnswer")
                .claim()
                .choose("answer", "拒贷")
                .write("reason", "征信查询次数过多")
                .picture("loan-03-answer")
                .complete();

        browser.signInInstead("zhao.ming");
        TaskForm refusal =
                task(browser, "zhao.ming", sale, "userTask_handleLoanRefusal").claim();
        assertThat(refusal.card()).contains("拒贷：征信查询次数过多");
        refusal.choose("way", "改用其他付款方式")
                .write("reason", "客户同意改为分期")
                .picture("loan-04-refusal")
                .complete();

        browser.signInInstead("chen.xiao");
        String order = jdbc.queryForObject(
                "select id::text from sales.change_orders where case_id = ?::uuid", String.class, sale);
        TasklistSession chen = TasklistSession.of(port, "chen.xiao");
        TaskForm.ofTask(browser, chen.tasksOf(order).get(0).id()).picture("loan-05-change-asked");
    }

    @Test
    void moneyIsShownBeforeItIsRecordedAndLargeMoneyIsSeenByTwo(Browser browser) {
        String sale = subscribed("吴大额", "FULL");
        String unit =
                jdbc.queryForObject("select unit_no from sales.sales_cases where id = ?::uuid", String.class, sale);

        browser.signIn("qian.hui");
        TaskForm form = TaskForm.start(browser, "payment-registration", "item");
        browser.see("[data-field='account'] input[type='search']").sendKeys(unit);
        browser.see("[data-field='account'] input:checked");
        form.write("amount", "5000000.01").write("bankSerial", "DE" + phone);
        browser.until(
                "what it would pay is shown",
                driver -> form.field("amount").getText().contains("须由财务部另一人复核") ? true : null);
        assertThat(form.field("amount").getText()).contains("本次核销", "多付");
        form.picture("money-01-registration").complete();
        browser.until(
                "it is written down",
                driver -> jdbc.queryForObject(
                                        "select count(*) from sales.payments where account_id = ?::uuid and state = 'PENDING'",
                                        Integer.class,
                                        sale)
                                == 1
                        ? true
                        : null);

        browser.signInInstead("he.yun");
        String payment = jdbc.queryForObject(
                "select id::text from sales.payments where account_id = ?::uuid and state = 'PENDING'",
                String.class,
                sale);
        TaskForm review =
                task(browser, "he.yun", payment, "userTask_reviewMoney").claim();
        assertThat(review.card()).contains("5,000,000.01", "钱慧");
        review.choose("confirmed", "已到账，入账并开具收据").picture("money-02-review").complete();
        browser.until(
                "it counts",
                driver -> jdbc.queryForObject(
                                        "select state from sales.payments where id = ?::uuid", String.class, payment)
                                .equals("CONFIRMED")
                        ? true
                        : null);
        browser.go("/money/" + sale).seeText("未核销");
        browser.picture("money-03-account");
        browser.go("/money/statements");
        browser.picture("money-04-statements");
    }

    @Test
    void aSpecialPriceShowsItsLightsToWhoAsksAndWhoDecides(Browser browser) {
        String sale = reserved("郑特价");

        browser.signIn("chen.xiao");
        TaskForm form = TaskForm.start(browser, "price-approval", "terms");
        browser.click("[data-field='caseId'] select option[value='" + sale + "']");
        String list = jdbc.queryForObject(
                "select cast(round(list_price * 0.985, 2) as text) from sales.sales_cases where id = ?::uuid",
                String.class,
                sale);
        form.write("price", list);
        browser.until(
                "the lights are on", driver -> form.field("price").getText().contains("须营销总监批准") ? true : null);
        form.write("reason", "老客户介绍").picture("price-01-lights").complete();
        browser.until(
                "it is asked for",
                driver -> jdbc.queryForObject(
                                        "select count(*) from sales.special_prices where case_id = ?::uuid",
                                        Integer.class,
                                        sale)
                                == 1
                        ? true
                        : null);

        browser.signInInstead("zhou.kai");
        String asked = jdbc.queryForObject(
                "select id::text from sales.special_prices where case_id = ?::uuid", String.class, sale);
        TaskForm decision = task(browser, "zhou.kai", asked, "userTask_decide");
        assertThat(decision.card()).contains("黄灯");
        decision.picture("price-02-decision");
    }

    // ---- the way there, handed in without a browser

    private String reserved(String name) {
        String project = jdbc.queryForObject("select id::text from sales.projects where name = '云栖花园'", String.class);
        assertThat(TasklistSession.of(port, "chen.xiao")
                        .startForm("sales-case", SaleForms.visit(project, name, phone))
                        .status())
                .isEqualTo(200);
        String sale =
                jdbc.queryForObject("select id::text from sales.sales_cases order by no desc limit 1", String.class);
        hand("chen.xiao", sale, "userTask_negotiate", SaleForms.intent());
        UUID unit = jdbc.queryForObject(
                "select u.id from sales.units u join sales.buildings b on b.id = u.building_id join sales.projects p"
                        + " on p.id = b.project_id where p.name = '云栖花园' and b.name = '1号楼' and u.state = 'AVAILABLE'"
                        + " limit 1",
                UUID.class);
        hand("chen.xiao", sale, "userTask_chooseUnit", SaleForms.choose(unit.toString()));
        hand("qian.hui", sale, "userTask_collectDeposit", SaleForms.money("50000.00", name, "D" + phone, today()));
        return sale;
    }

    private String subscribed(String name, String terms) {
        String sale = reserved(name);
        JsonNode prefill = prefill("chen.xiao", sale, "userTask_signSubscription");
        Map<String, Object> form = new HashMap<>(SaleForms.subscription(name, "E12345678", prefill));
        if (!terms.equals("FULL")) {
            TasklistSession chen = TasklistSession.of(port, "chen.xiao");
            JsonNode plan = chen.get("/api/tasks/"
                            + chen.taskOf(sale, "userTask_signSubscription").id() + "/plan?terms=" + terms)
                    .json();
            form.put("paymentMethod", terms);
            form.put("plan", plan.path("lines"));
        }
        hand("chen.xiao", sale, "userTask_signSubscription", form);
        return sale;
    }

    private String filedByLoan(String name) {
        String sale = subscribed(name, "COMMERCIAL");
        String due = prefill("qian.hui", sale, "userTask_collectFirstPayment")
                .path("dueBySigning")
                .asText();
        hand("qian.hui", sale, "userTask_collectFirstPayment", SaleForms.money(due, name, "F" + phone, today()));
        hand(
                "chen.xiao",
                sale,
                "userTask_signContract",
                SaleForms.contract(prefill("chen.xiao", sale, "userTask_signContract"), today(), today().plusYears(1)));
        hand("chen.xiao", sale, "userTask_fileContract", SaleForms.filing("WQ" + phone, today()));
        return sale;
    }

    private void papersAllThere(String sale) {
        List<Map<String, Object>> lines = new ArrayList<>();
        prefill("sun.li", sale, "userTask_collectPapers")
                .path("papers")
                .forEach(paper -> lines.add(Map.of("key", paper.path("key").asText(), "received", true)));
        hand("sun.li", sale, "userTask_collectPapers", Map.of("papers", lines));
    }

    private JsonNode prefill(String userId, String key, String task) {
        TasklistSession person = TasklistSession.of(port, userId);
        return person.get("/api/tasks/" + person.taskOf(key, task).id() + "/card")
                .json()
                .path("prefill");
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

    private TaskForm task(Browser browser, String userId, String key, String task) {
        return TaskForm.ofTask(
                browser, TasklistSession.of(port, userId).taskOf(key, task).id());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

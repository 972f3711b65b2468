package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** 一单到底 and the search that leads there: what the page says of a sale is what its process, its rows and its people say. */
class SaleOnOnePageJourneyTest extends JourneyTest {

    private static final Pattern DRAWN = Pattern.compile("data-drawn=\"([^\"]*)\"");
    private static final Pattern CALLED = Pattern.compile("process=([0-9a-f-]{36})#picture\"[^>]*>认购转签约");

    @Test
    void thePictureHasTheTokenAndTheWayItCame() {
        Sale sale = sale().visited();
        JsonNode begun = drawn(page(sale, CHEN));
        assertThat(texts(begun.path("tokens"))).containsExactly("userTask_negotiate");
        assertThat(keys(begun.path("walked")))
                .contains("startEvent_visitRegistered", "gateway_visitJoined")
                .doesNotContain("userTask_negotiate");
        assertThat(texts(begun.path("flows")))
                .containsExactlyInAnyOrder("flow_visitRegistered", "flow_visitNew", "flow_toNegotiation");

        Sale paid = sale().paid();
        String page = page(paid, CHEN);
        JsonNode main = drawn(page);
        assertThat(texts(main.path("tokens"))).containsExactly("callActivity_signing");
        assertThat(keys(main.path("walked")))
                .contains(
                        "userTask_negotiate",
                        "userTask_chooseUnit",
                        "userTask_collectDeposit",
                        "userTask_signSubscription")
                .doesNotContain("userTask_followUp", "userTask_checkDeal");
        assertThat(texts(main.path("flows")))
                .contains(
                        "flow_intent", "flow_unitChosen", "flow_depositCollected", "flow_toSigning", "flow_toContract")
                .doesNotContain("flow_followUp", "flow_lost", "flow_unitNotChosen", "flow_contractSigned");
        assertThat(page).contains("认购转签约 → 签订商品房买卖合同");

        JsonNode signing = drawn(at(CHEN).get("/sales/" + paid.key() + "?process=" + called(page))
                .text());
        assertThat(texts(signing.path("tokens"))).containsExactly("userTask_signContract");
        assertThat(keys(signing.path("walked"))).contains("userTask_collectFirstPayment");
        Answer model = at(CHEN).get("/sales/" + paid.key() + "/models/" + called(page));
        assertThat(model.text()).contains("<bpmn:process id=\"sales-case-signing\"", "BPMNDiagram");
        assertThat(at(CHEN).get("/sales/" + sale.key() + "/models/" + called(page))
                        .status())
                .as("the process of another sale")
                .isEqualTo(404);
        assertThat(at(CHEN).get("/sales/" + sale.key() + "?process=" + called(page))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aHoldThatLapsedStandsInThePictureAndAmongTheActs() {
        Sale sale = sale().held();
        sale.after(Duration.ofHours(25));
        String page = page(sale, CHEN);
        JsonNode drawn = drawn(page);
        assertThat(texts(drawn.path("tokens"))).containsExactly("userTask_negotiate");
        assertThat(texts(drawn.path("dropped"))).contains("userTask_collectDeposit");
        assertThat(texts(drawn.path("flows"))).contains("flow_holdLapsed", "flow_holdReleased");
        assertThat(acts(page)).anySatisfy(act -> assertThat(act).contains("系统", "第 2 次进入环节：洽谈"));
    }

    @Test
    void everyActHasWhoAndWhen() {
        Sale sale = sale().visited();
        later();
        accepted(sale.talk("userTask_negotiate", Map.of("outcome", "intent", "grade", "A")));
        later();
        accepted(sale.choose(sale.site().unit(0)));
        later();
        accepted(sale.deposit("50000.00"));
        later();
        accepted(at(CHEN).post("/api/cases/" + sale.key() + "/reveal-phone", Map.of()));
        later();
        accepted(sale.subscribe(Map.of()));
        later();
        accepted(sale.pay("950000.00"));
        later();
        accepted(sale.signContract(Map.of()));

        List<String> acts = acts(page(sale, CHEN));

        said(acts, "建立销售案", "陈晓", "来访登记（首次", "喜欢朝南户型；样板间灯光偏暗");
        said(acts, "洽谈客户", "陈晓", "环节完成：洽谈");
        said(acts, "选房", "陈晓");
        said(acts, "收取定金", "钱慧", "50,000.00", "定金收条");
        said(acts, "签订认购协议书", "陈晓", "出具认购协议书");
        said(acts, "收取首期或全款", "钱慧", "950,000.00");
        said(acts, "签订商品房买卖合同", "陈晓", "出具合同资料页");
        said(acts, "查看客户完整电话", "陈晓");
        String day = sale.today().toString();
        assertThat(acts).allSatisfy(act -> assertThat(act).contains(day));
        assertThat(acts).hasSize(8).as("the latest first").first().asString().contains("签订商品房买卖合同");
    }

    @Test
    void aRefusedFormIsNobodysAct() {
        Sale sale = sale().held();
        refused(sale.deposit("900000.00"), "20%");
        assertThat(tasksDone(sale)).containsExactly("userTask_negotiate chen.xiao", "userTask_chooseUnit chen.xiao");
        accepted(sale.deposit("50000.00"));
        assertThat(tasksDone(sale)).endsWith("userTask_collectDeposit qian.hui");
    }

    @Test
    void openTasksLeadToTasklistForWhoeverMayReadThem() {
        Sale sale = sale().held();
        String task = at(CASHIER).taskOf(sale.key(), "userTask_collectDeposit").id();
        String link = "/camunda/app/tasklist/default/#/?task=" + task;
        assertThat(page(sale, CASHIER)).contains(link);
        assertThat(page(sale, CHEN)).doesNotContain(link).contains("收取定金", "财务", "待领");
        accepted(at(CASHIER).claim(task));
        assertThat(page(sale, CHEN)).containsPattern("data-task=\"userTask_collectDeposit\"[\\s\\S]{0,300}钱慧");
        assertThat(at(CASHIER)
                        .get("/api/tasks/" + task + "/card")
                        .json()
                        .path("page")
                        .asText())
                .isEqualTo("/sales/" + sale.key());
    }

    @Test
    void theFirmsMoneyPapersAndChangesAreOnThePage() {
        Sale sale = sale().inInstalments();
        String consultant = page(sale, CHEN);
        assertThat(consultant)
                .contains("1,000,000.00", "300,000.00", "认购协议书 WD-", "/changes/new?case=" + sale.key())
                .contains("环节：计划与实际", "class=\"today\"")
                .doesNotContain("href=\"/money/")
                .doesNotContain(
                        sale.person().phone(),
                        sale.person().idNo(),
                        sale.person().email());
        assertThat(page(sale, CASHIER))
                .contains("href=\"/money/" + sale.key() + "\"")
                .doesNotContain("/changes/new?case=");
    }

    @Test
    void aSaleThatIsOverSaysHowItEnded() {
        Sale good = sale().woundUp();
        later();
        accepted(good.summarize());
        String page = page(good, MARKETING);
        assertThat(texts(drawn(page).path("tokens"))).isEmpty();
        assertThat(keys(drawn(page).path("walked"))).contains("endEvent_saleCompleted");
        assertThat(page).contains("流程已结束（销售完成）", "已办结，没有未完成的任务").doesNotContain("class=\"today\"");
        said(acts(at(MARKETING).get("/sales/" + good.key() + "?all=true").text()), "结束：销售完成", "编写销售工作总结");

        Sale bad = sale().subscribed();
        accepted(bad.pay("100000.00"));
        bad.after(Duration.ofDays(9));
        accepted(bad.overdue(Map.of("decision", "forfeit", "reason", "客户放弃")));
        later();
        accepted(bad.rule(Map.of("forfeited", true, "fault", "BUYER", "reason", "客户书面放弃")));
        String undoing = page(bad, CHEN);
        assertThat(undoing).contains("挞定处理中");
        assertThat(texts(drawn(undoing).path("tokens"))).containsExactly("callActivity_forfeitUndoing");
        assertThat(texts(drawn(undoing).path("flows"))).contains("flow_depositForfeited");
        List<String> acts = acts(undoing);
        said(acts, "提请挞定", "赵明", "客户放弃");
        said(acts, "裁定挞定", "吴总", "客户书面放弃");
        accepted(bad.refund("100000.00"));
        assertThat(page(bad, CHEN)).contains("已挞定", "流程已结束");
    }

    @Test
    void aChangeIsToldFromTheAskingToTheExecution() {
        Sale sale = sale().subscribed();
        later();
        Change change = Change.asked(this, sale, CHEN, Map.of("kind", "EXTEND_SIGNING", "days", 5));
        String no =
                jdbc.queryForObject("select no from sales.change_orders where id = ?", String.class, change.orderId());
        String asked = page(sale, CHEN);
        said(acts(asked), "申请变更：延期签约 " + no, "陈晓");
        assertThat(asked).contains("data-task=\"userTask_decide\"", "延期签约 " + no, "审批中");
        later();
        change.agreed(MANAGER);
        String executed = page(sale, CHEN);
        said(acts(executed), "执行变更：延期签约 " + no, "赵明", "变更单 " + no + "：已执行");
        assertThat(executed).doesNotContain("data-task=\"userTask_decide\"");
    }

    @Test
    void everyKeyLeadsToTheSale() {
        Sale sale = sale().contracted();
        String target = "/sales/" + sale.key();
        Map<String, Object> row = jdbc.queryForMap("""
                select c.no, c.unit_no, s.no as subscription, k.no as contract, r.receipt_no
                  from sales.sales_cases c join sales.subscriptions s on s.case_id = c.id
                  join sales.sales_contracts k on k.case_id = c.id
                  join sales.receipts r on r.account_id = c.id where c.id = ? limit 1""", sale.caseId());
        String phone = sale.person().phone();
        for (String key : List.of(
                (String) row.get("no"),
                ((String) row.get("no")).toLowerCase(),
                (String) row.get("unit_no"),
                (String) row.get("subscription"),
                (String) row.get("contract"),
                (String) row.get("receipt_no"),
                phone,
                phone.substring(0, 3) + " " + phone.substring(3, 7) + "-" + phone.substring(7),
                "+86 " + phone,
                " " + phone + " ")) {
            for (String person : List.of(CHEN, MANAGER, CASHIER)) {
                Answer answer = search(person, key);
                assertThat(answer.status()).as("%s asks for %s", person, key).isEqualTo(302);
                assertThat(answer.location()).as(key).endsWith(target);
            }
            Answer other = search(LIN, key);
            assertThat(other.location() == null ? "" : other.location()).doesNotContain(sale.key());
            assertThat(other.text())
                    .as("%s of another consultant", key)
                    .doesNotContain(sale.key(), "王小明", "****" + phone.substring(7));
        }
        assertThat(search(CHEN, phone.substring(5)).location()).endsWith(target);
        assertThat(at(CHEN).get("/sales?q=" + phone.substring(7)).text())
                .contains(target)
                .doesNotContain(phone);
        assertThat(at(LIN).get("/sales?q=" + phone.substring(7)).text()).doesNotContain(target);
        assertThat(search(MARKETING, phone).location())
                .as("before the deal is done")
                .isEmpty();
        assertThat(search("feng.tao", phone).text()).contains("没有找到");
    }

    @Test
    void aNameFindsAllWhoBearItGroupedAndMasked() {
        String name = "欧阳" + (char) ('一' + Math.floorMod(UUID.randomUUID().hashCode(), 2000)) + "璟";
        Person one = Person.unknown();
        Person two = Person.unknown();
        SalesSite site = site(2);
        Sale first = sale(site, CHEN, new Person(name, one.phone(), one.idNo(), one.email()))
                .visited();
        Sale second = sale(site, LIN, new Person(name, two.phone(), two.idNo(), two.email()))
                .visited();

        Answer all = search(MANAGER, name.substring(1));
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.text())
                .contains("<h2>客户</h2>", "<h2>销售案</h2>", "/sales/" + first.key(), "/sales/" + second.key())
                .contains(one.phone().substring(0, 3) + "****" + one.phone().substring(7))
                .doesNotContain(one.phone(), two.phone());
        assertThat(search(CHEN, name).location()).endsWith("/sales/" + first.key());
        assertThat(search(LIN, name).location()).endsWith("/sales/" + second.key());
    }

    @Test
    void oddQuestionsAreAnsweredWithAPage() {
        for (String odd : List.of(
                "",
                "   ",
                "%",
                "_",
                "\\",
                "'",
                "'; drop table x;--",
                "\u0000",
                "😀",
                "(((",
                "a".repeat(5_000),
                "１３９",
                "{0}")) {
            Answer answer = search(MANAGER, odd);
            assertThat(answer.status()).as(odd).isIn(200, 302);
            assertThat(at(MANAGER).get("/sales?q=" + encoded(odd)).status())
                    .as(odd)
                    .isEqualTo(200);
        }
        assertThat(at(CHEN).get("/search").text()).contains("按 / 键可随时跳到搜索框");
        assertThat(search(MANAGER, "无此客户无此客户").text()).contains("没有找到", "末尾至少 4 位");
        assertThat(at(MANAGER).get("/sales?page=-7").status()).isEqualTo(200);
        assertThat(at(MANAGER).get("/sales?page=999999999").status()).isEqualTo(200);
        assertThat(at(MANAGER).get("/sales?state=NONSENSE").status()).isEqualTo(400);
        assertThat(at(MANAGER).get("/sales?state=&project=&customer=").status()).isEqualTo(200);
    }

    @Test
    void aSiteThatIsClosedToAPersonIsNeitherListedNorFound() {
        Sale sale = sale().held();
        String unit =
                jdbc.queryForObject("select unit_no from sales.sales_cases where id = ?", String.class, sale.caseId());
        String tenantId = sale.site().projectId().toString();
        identity.clearAuthentication();
        Tenant site = identity.newTenant(tenantId);
        site.setName("别的案场");
        identity.saveTenant(site);
        identity.createTenantUserMembership(tenantId, CHEN);
        try {
            assertThat(at(CHEN).get("/sales/" + sale.key()).status()).isEqualTo(200);
            assertThat(at(MANAGER).get("/sales/" + sale.key()).status()).isEqualTo(404);
            assertThat(search(CHEN, unit).location()).contains(sale.key());
            for (String key : List.of(unit, sale.person().phone())) {
                assertThat(search(MANAGER, key).text()).contains("没有找到").doesNotContain(sale.key());
                assertThat(at(MANAGER).get("/sales?q=" + encoded(key)).text()).doesNotContain(sale.key());
            }
        } finally {
            identity.clearAuthentication();
            identity.deleteTenant(tenantId);
        }
        assertThat(at(MANAGER).get("/sales/" + sale.key()).status()).isEqualTo(200);
    }

    @Test
    void listsThatNameASaleLeadToIt() {
        Sale sale = sale().inInstalments();
        String link = "href=\"/sales/" + sale.key() + "\"";
        String project = sale.site().projectId().toString();
        assertThat(at(CHEN).get("/progress?project=" + project).text()).contains(link);
        assertThat(at(MARKETING).get("/progress?project=" + project).text())
                .doesNotContain(link)
                .contains("王小明");
        assertThat(at(MANAGER).get("/receivables?project=" + project).text()).contains(link);
        assertThat(at(CASHIER).get("/money/" + sale.key()).text()).contains(link);
        assertThat(at(MANAGER).get("/sales?project=" + project).text()).contains(link);
        assertThat(at(MANAGER).get("/sales?state=LOST&project=" + project).text())
                .doesNotContain(link);
        assertThat(at(LIN).get("/sales?project=" + project).text()).doesNotContain(link);
    }

    /** Another deed of the day, so that no two fall into one moment. */
    private void later() {
        clock.forward(Duration.ofMinutes(3));
    }

    // ---- looks

    private String page(Sale sale, String person) {
        Answer answer = at(person).get("/sales/" + sale.key());
        accepted(answer);
        return answer.text();
    }

    private Answer search(String person, String q) {
        return at(person).get("/search?q=" + encoded(q));
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    private static JsonNode drawn(String page) {
        Matcher found = DRAWN.matcher(page);
        assertThat(found.find()).as("a picture").isTrue();
        try {
            return new ObjectMapper().readTree(HtmlUtils.htmlUnescape(found.group(1)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String called(String page) {
        Matcher found = CALLED.matcher(page);
        assertThat(found.find()).as("the tab of the called process").isTrue();
        return found.group(1);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The rows of 经过, each as the text a person reads. */
    private static List<String> acts(String page) {
        String list = page.substring(page.indexOf("<ol class=\"acts\">"), page.indexOf("</ol>"));
        List<String> acts = new ArrayList<>();
        for (String row : list.split("<li>")) {
            String text = row.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
            if (!text.isEmpty()) {
                acts.add(text);
            }
        }
        return acts;
    }

    private static void said(List<String> acts, String... words) {
        assertThat(acts)
                .as(String.join(", ", words))
                .anySatisfy(act -> assertThat(act).contains(words));
    }

    private List<String> tasksDone(Sale sale) {
        return jdbc.queryForList(
                "select task || ' ' || done_by from sales.done_tasks where business_key = ? order by id",
                String.class,
                sale.key());
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.Test;

/** The pages of customers as their people use them: who sees whom, what stays masked, what is written down, what follows a hand-over. */
class CustomerPagesTest extends JourneyTest {

    private static final Pattern NUMBER = Pattern.compile("K\\d{6}");

    private UUID customerOf(Sale sale) {
        return jdbc.queryForObject("select customer_id from sales.sales_cases where id = ?", UUID.class, sale.caseId());
    }

    private String numberOf(Sale sale) {
        return jdbc.queryForObject("select no from sales.sales_cases where id = ?", String.class, sale.caseId());
    }

    private static String masked(Sale sale) {
        String phone = sale.person().phone();
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    private static Answer send(TasklistSession person, String path, Map<String, String> fields) {
        return person.form(path, person.get("/customers").text(), fields);
    }

    private static String quick(Sale sale) {
        return "/customers?q=" + sale.person().phone();
    }

    @Test
    void aConsultantSeesTheOwnCustomersAndAllNumbersStayMasked() {
        Sale sale = sale().visited();
        UUID id = customerOf(sale);

        for (String who : List.of(CHEN, MANAGER, GENERAL_MANAGER, DIRECTOR)) {
            assertThat(at(who).get(quick(sale)).text()).as(who).contains(masked(sale), "/customers/" + id);
            String page = at(who).get("/customers/" + id).text();
            assertThat(page).as(who).contains(masked(sale), "喜欢朝南户型", "样板间灯光偏暗", "90–110 ㎡");
            assertThat(page)
                    .as(who)
                    .doesNotContain(sale.person().phone(), sale.person().idNo());
            assertThat(page.contains("去办任务：洽谈客户")).as(who).isEqualTo(who.equals(CHEN) || who.equals(MANAGER));
            assertThat(page.contains("/edit")).as(who).isEqualTo(who.equals(CHEN) || who.equals(MANAGER));
        }
        for (String who : List.of(LIN, MARKETING, SERVICE)) {
            assertThat(at(who).get(quick(sale)).text()).as(who).doesNotContain("/customers/" + id);
            assertThat(at(who).get("/customers/" + id).status()).as(who).isEqualTo(404);
        }
        assertThat(at(CASHIER).get("/customers").status()).isEqualTo(403);
        assertThat(at(CHEN).get("/customers?q=" + sale.person().phone().substring(0, 8))
                        .text())
                .doesNotContain("/customers/" + id);
    }

    @Test
    void theListBearsWhateverIsAsked() {
        for (String query : List.of(
                "page=999999999",
                "page=-1&sort=NAME",
                "page=x",
                "q=%25_%27%3B--%00",
                "q=" + "长".repeat(300),
                "follow=OVERDUE&protection=OVER&segment=GROUP&grade=D&state=LOST&channel=EVENT&sort=CONTACT",
                "owner=nobody&sort=PROTECTION",
                "state=&grade=&owner=&sort=NEWEST")) {
            assertThat(at(MANAGER).get("/customers?" + query).status())
                    .as(query)
                    .isEqualTo(200);
        }
        Answer odd = at(MANAGER).get("/customers?state=NONSENSE");
        assertThat(odd.status()).isEqualTo(400);
        assertThat(odd.text()).doesNotContain("Whitelabel", "Exception");
    }

    @Test
    void aRevealIsShownOnceAndToldToTheSiteManager() {
        Sale sale = sale().visited();
        String page = "/customers/" + customerOf(sale);

        assertThat(send(at(CHEN), page + "/reveal-phone", Map.of("what", "PHONE"))
                        .status())
                .isEqualTo(302);
        assertThat(at(CHEN).get(page).text()).contains(sale.person().phone(), "本次查看已记录");
        assertThat(at(CHEN).get(page).text()).doesNotContain(sale.person().phone(), "查看了完整的");
        assertThat(at(MANAGER).get(page).text()).contains("查看了完整的 电话");

        send(at(GENERAL_MANAGER), page + "/reveal-phone", Map.of("what", "PHONE"));
        assertThat(at(GENERAL_MANAGER).get(page).text())
                .contains("这位客户不由您跟进")
                .doesNotContain(sale.person().phone());
        send(at(CHEN), page + "/reveal-phone", Map.of("what", "ID_NO"));
        assertThat(at(CHEN).get(page).text()).contains(sale.person().idNo());
    }

    @Test
    void aCallIsKeptAndLosesNothingWhenItIsRefused() {
        Sale sale = sale().visited();
        String page = "/customers/" + customerOf(sale);

        send(
                at(CHEN),
                page + "/calls",
                Map.of("said", "客户问了学区划分", "nextOn", sale.today().plusDays(2).toString()));
        assertThat(at(CHEN).get(page).text()).contains("正在洽谈，下次跟进日期请在任务", "客户问了学区划分");
        send(at(CHEN), page + "/calls", Map.of("said", "客户问了学区划分", "suggestion", "周末加开看房车"));
        assertThat(at(CHEN).get(page).text()).contains("电话已记录", "建议：周末加开看房车");
        assertThat(at(CHEN).taskOf(sale.key(), "userTask_negotiate").assignee()).isEqualTo(CHEN);
        send(at(CHEN), page + "/calls", Map.of("said", "又打了", "nextOn", "明天"));
        assertThat(at(CHEN).get(page).text()).contains("不是有效的日期", "又打了");
    }

    @Test
    void anEditInTwoWindowsIsSaidAndTheTypedWordsStay() {
        Sale sale = sale().visited();
        String page = "/customers/" + customerOf(sale);
        String version = value(at(CHEN).get(page + "/edit").text(), "version");
        Map<String, String> first =
                Map.of("version", version, "name", "王小明", "channel", "ONLINE", "grade", "C", "wantedBudget", "300 万");
        assertThat(send(at(MANAGER), page + "/edit", first).status()).isEqualTo(302);

        Map<String, String> second =
                Map.of("version", version, "name", "王小明", "channel", "WALK_IN", "grade", "B", "wantedBudget", "350 万");
        Answer late = send(at(CHEN), page + "/edit", second);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("在您填写期间", "现在登记的是：300 万", "现在登记的是：C 级", "350 万");
        Map<String, String> again = new java.util.HashMap<>(second);
        again.put("version", value(late.text(), "version"));
        assertThat(send(at(CHEN), page + "/edit", again).status()).isEqualTo(302);
        assertThat(at(CHEN).get(page).text()).contains("资料已保存", "350 万", "意向等级：C 级 → B 级", "赵明");
    }

    private static String value(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    @Test
    void aHandOverTakesTheOpenTasksAlongAndWhatComesAfterThem() {
        Sale sale = sale().visited();
        UUID id = customerOf(sale);
        Map<String, String> form = Map.of("to", LIN, "reason", "陈晓休假");
        assertThat(send(at(CHEN), "/customers/" + id + "/hand-over", form).status())
                .isEqualTo(403);
        send(at(MANAGER), "/customers/" + id + "/hand-over", form);
        assertThat(at(MANAGER).get("/customers/" + id).text()).contains("保护期内", "陈晓休假");

        send(at(MANAGER), "/customers/" + id + "/hand-over", Map.of("to", LIN, "reason", "陈晓休假", "agreed", "true"));

        assertThat(at(MANAGER).get("/customers/" + id).text()).contains("已移交给 林佳", "置业顾问：陈晓 → 林佳");
        assertThat(at(CHEN).tasksOf(sale.key())).isEmpty();
        OpenTask task = at(LIN).taskOf(sale.key(), "userTask_negotiate");
        assertThat(task.assignee()).isEqualTo(LIN);
        accepted(at(LIN).submitForm(task.id(), SaleForms.intent()));
        assertThat(at(LIN).taskOf(sale.key(), "userTask_chooseUnit").assignee()).isEqualTo(LIN);
        assertThat(at(CHEN).get("/customers/" + id).status()).isEqualTo(404);
        assertThat(at(LIN).get("/customers/" + id).text()).contains("陈晓 → 林佳");
    }

    @Test
    void whatIsOwedIsAskedForByTheConsultantWhoCarriesTheSaleOn() {
        Sale sale = sale().inInstalments();
        send(
                at(MANAGER),
                "/customers/" + customerOf(sale) + "/hand-over",
                Map.of("to", LIN, "reason", "离职", "agreed", "true"));

        assertThat(jdbc.queryForList(
                        "select distinct consultant from sales.receivables where account_id = ?",
                        String.class,
                        sale.caseId()))
                .containsExactly(LIN);
        assertThat(at(LIN).tasksOf(sale.key())).isNotEmpty().allMatch(task -> !CHEN.equals(task.assignee()));
    }

    @Test
    void theWorkbookHoldsTheSameRowsAsTheListInTheSameOrder() throws IOException {
        for (int i = 0; i < 3; i++) {
            sale().visited();
        }
        String asked = "?segment=UPGRADE&sort=NEWEST";
        List<String> shown = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(at(CHEN).get("/customers" + asked).text());
        while (numbers.find()) {
            shown.add(numbers.group());
        }
        byte[] file = at(CHEN).download("/customers/export" + asked);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheetAt(0);
            List<String> exported = new ArrayList<>();
            for (Row row : sheet) {
                String first = row.getCell(0) == null ? "" : row.getCell(0).toString();
                if (NUMBER.matcher(first).matches()) {
                    exported.add(first);
                    assertThat(row.getCell(2).getStringCellValue()).contains("****");
                    assertThat(row.getCell(7).getStringCellValue()).isEqualTo("陈晓");
                }
            }
            assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
            assertThat(exported.subList(0, shown.size())).isEqualTo(shown);
            assertThat(exported.size()).isGreaterThanOrEqualTo(shown.size());
        }
        assertThat(at(CHEN).get("/exports").text()).contains("客户表", "分类 改善");
    }

    @Test
    void aSiteThatIsClosedToSomebodyHidesItsCustomers() {
        Sale sale = sale().visited();
        UUID id = customerOf(sale);
        String site = sale.site().projectId().toString();
        identity.clearAuthentication();
        Tenant tenant = identity.newTenant(site);
        identity.saveTenant(tenant);
        try {
            identity.createTenantUserMembership(site, MANAGER);
            assertThat(at(MANAGER).get("/customers/" + id).status()).isEqualTo(200);
            assertThat(at(GENERAL_MANAGER).get("/customers/" + id).status()).isEqualTo(404);
            assertThat(at(GENERAL_MANAGER).get(quick(sale)).text()).doesNotContain("/customers/" + id);
        } finally {
            identity.clearAuthentication();
            identity.deleteTenant(site);
        }
    }

    @Test
    void twoRowsOfOnePersonAreProposedComparedAndMerged() {
        Person person = Person.unknown();
        Sale one = sale(site(1), CHEN, person).visited();
        Person again = new Person(person.name(), Person.unknown().phone(), person.idNo(), person.email());
        Sale other = sale(site(1), LIN, again).visited();
        UUID stays = customerOf(one);
        UUID gone = customerOf(other);

        String proposed = at(MANAGER).get("/customers/duplicates").text();
        assertThat(proposed).contains("证件号码相同", stays.toString(), gone.toString());
        String compare = at(MANAGER)
                .get("/customers/merge?stays=" + stays + "&gone=" + gone)
                .text();
        assertThat(compare).contains("保留：", "并入：", masked(one), masked(other)).doesNotContain(again.phone());
        Map<String, String> form = Map.of(
                "stays", stays.toString(),
                "staysVersion", value(compare, "staysVersion"),
                "gone", gone.toString(),
                "goneVersion", value(compare, "goneVersion"),
                "OWNER", "STAYS",
                "reason", "身份证一致，已核实");
        Answer merged = send(at(MANAGER), "/customers/merge", form);
        assertThat(merged.location()).endsWith("/customers/" + stays);
        String page = at(MANAGER).get("/customers/" + stays).text();
        assertThat(page).contains("已合并为一位", "来访 2 次", numberOf(one), numberOf(other), "身份证一致，已核实");

        assertThat(at(MANAGER).get("/customers/" + gone).location()).endsWith("/customers/" + stays);
        assertThat(at(MANAGER).get("/customers?q=" + again.phone()).text()).contains("/customers/" + stays);
        assertThat(customerOf(other)).isEqualTo(stays);
        assertThat(at(LIN).taskOf(other.key(), "userTask_negotiate").assignee()).isEqualTo(LIN);
        accepted(other.talk("userTask_negotiate", SaleForms.intent()));
        assertThat(send(at(MANAGER), "/customers/merge", form).location()).endsWith("/customers/duplicates");
        assertThat(at(MANAGER).get("/customers/duplicates").text()).contains("已并入");
    }
}

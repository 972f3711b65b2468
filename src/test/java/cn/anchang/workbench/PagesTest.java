package cn.anchang.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.organization.Staff;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplicationTest
class PagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest
    @CsvSource({
        "chen.xiao, 陈晓, 置业顾问, true, false, false",
        "zhao.ming, 赵明, 专案经理, true, true, true",
        "qian.hui, 钱慧, 财务, false, true, true",
        "sun.li, 孙丽, 营销, false, false, true",
        "wu.zong, 吴总, 总经理, false, true, false"
    })
    void homeNamesThePersonAndOffersWhatIsOpenToThem(
            String userId, String name, String post, boolean receives, boolean money, boolean imports) {
        String page = TasklistSession.of(port, userId).get("/").text();

        assertThat(page).contains(name, post, "我的任务", "部门待领", "即将到期", "已逾期", "全部", "href=\"/units\"");
        assertThat(page.contains("processStart=sales-case")).isEqualTo(receives);
        assertThat(page.contains("href=\"/money\"")).isEqualTo(money);
        assertThat(page.contains("href=\"/import\"")).isEqualTo(imports);
    }

    @Test
    void homeCountsWhatWaitsForThePerson() {
        TasklistSession linJia = TasklistSession.of(port, "lin.jia");
        long before = mine(linJia);
        held(linJia);
        assertThat(mine(linJia)).isEqualTo(before);
        negotiating(linJia);
        assertThat(mine(linJia)).isEqualTo(before + 1);
    }

    @Test
    void theBoardTellsWhoHoldsAUnitToThoseWhoMayReadTheSaleAndToNobodyElse() {
        TasklistSession linJia = TasklistSession.of(port, "lin.jia");
        String number = held(linJia);

        for (String reader : List.of("zhao.ming", "wu.zong", "qian.hui", "lin.jia")) {
            assertThat(TasklistSession.of(port, reader).get("/units").text())
                    .as(reader)
                    .contains("林佳 至 ", "class=\"unit HELD\"", ">" + number + "<");
        }
        for (String other : List.of("chen.xiao", "sun.li", "zheng.fang")) {
            assertThat(TasklistSession.of(port, other).get("/units").text())
                    .as(other)
                    .contains("class=\"unit HELD\"", ">" + number + "<")
                    .doesNotContain("林佳");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/import", "/import/units/template", "/import/jobs/00000000-0000-0000-0000-000000000000"})
    void whoeverMayNotImportIsToldSoInChinese(String path) {
        Answer answer = TasklistSession.of(port, "chen.xiao").get(path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("没有权限", "回到首页").doesNotContain("Whitelabel", "Exception");
    }

    @ParameterizedTest
    @CsvSource({"finance, /money", "it-support, /letters", "marketing, /import"})
    void whoeverLeavesAGroupLosesItsPageWithTheNextClick(String group, String path) {
        String person = "leaver." + group;
        staff.enrol(person, "离岗", "", "Long-enough-1", group);
        TasklistSession session = TasklistSession.of(port, person, "Long-enough-1");
        assertThat(session.get(path).status()).isEqualTo(200);

        identity.deleteMembership(person, group);

        assertThat(session.get(path).status()).isEqualTo(403);
        assertThat(session.get("/").text()).doesNotContain("href=\"" + path + "\"");
        identity.deleteUser(person);
    }

    @Test
    void anImportWithoutAnyFileIsToldToBringOne() {
        TasklistSession sunLi = TasklistSession.of(port, "sun.li");

        Answer answer = sunLi.form("/import/units", sunLi.get("/import").text(), Map.of());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/import");
        assertThat(sunLi.get("/import").text())
                .contains("请先选择一个文件再上传。", "一房一价表")
                .doesNotContain("客户管理表");
    }

    @Test
    void aPageThatIsNotThereSaysSoInChinese() {
        Answer answer = TasklistSession.of(port, "chen.xiao").get("/units?building=99");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("没有找到", "陈晓").doesNotContain("Whitelabel", "Exception");
    }

    @Test
    void anImportOfSomebodyElseIsNotToBeSeen() {
        Answer answer = TasklistSession.of(port, "sun.li").get("/import/jobs/" + UUID.randomUUID());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/import");
    }

    private long mine(TasklistSession person) {
        String page = person.get("/").text();
        String card = page.substring(0, page.indexOf("我的任务</h3>"));
        return Long.parseLong(card.replaceAll("(?s).*<div class=\"figure\">(\\d+)</div>.*", "$1"));
    }

    private String negotiating(TasklistSession consultant) {
        String project = jdbc.queryForObject("select id::text from sales.projects where name = '云栖花园'", String.class);
        String phone = "137" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        assertThat(consultant
                        .startForm("sales-case", SaleForms.visit(project, "何九", phone))
                        .status())
                .isEqualTo(200);
        return jdbc.queryForObject("select id::text from sales.sales_cases order by no desc limit 1", String.class);
    }

    /** @return the number of the unit that is held now */
    private String held(TasklistSession consultant) {
        String sale = negotiating(consultant);
        hand(consultant, sale, "userTask_negotiate", SaleForms.intent());
        Map<String, Object> unit = jdbc.queryForMap(
                "select u.id::text as id, u.number from sales.units u join sales.buildings b on b.id = u.building_id"
                        + " join sales.projects p on p.id = b.project_id"
                        + " where p.name = '云栖花园' and b.name = '1号楼' and u.state = 'AVAILABLE' limit 1");
        hand(consultant, sale, "userTask_chooseUnit", SaleForms.choose((String) unit.get("id")));
        return (String) unit.get("number");
    }

    private void hand(TasklistSession person, String sale, String task, Map<String, Object> form) {
        assertThat(person.submitForm(person.taskOf(sale, task).id(), form).status())
                .isEqualTo(204);
    }
}

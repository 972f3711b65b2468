package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board: a unit is held from it as it is from Tasklist, every change is written down, and open boards are told. */
class BoardJourneyTest extends JourneyTest {

    private static final String THE_CHOICE = "userTask_chooseUnit";

    @Autowired
    TaskService tasks;

    @Test
    void aHoldFromTheBoardIsTheSameAsOneFromTasklist() {
        Sale fromTasklist = sale().held();
        Sale fromBoard = sale().intended();
        String task = at(CHEN).taskOf(fromBoard.key(), THE_CHOICE).id();
        UUID unit = fromBoard.site().unit(0);
        String panel = panel(CHEN, unit);
        assertThat(panel).contains("为客户预留", task, "杭售许字", "1,000,000.00");

        Answer held = hold(CHEN, unit, task);

        assertThat(held.status()).as(held.text()).isEqualTo(302);
        assertThat(panel(CHEN, unit)).contains("已为", "销售单", "预留到", "/sales/" + fromBoard.key());
        assertThat(fromBoard.site().occupants(unit)).containsExactly(fromBoard.caseId());
        assertThat(shape(fromBoard)).isEqualTo(shape(fromTasklist));
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
        assertThat(history(unit)).containsExactly("HELD AVAILABLE HELD chen.xiao " + fromBoard.key());
        assertThat(history(fromTasklist.site().unit(0)))
                .containsExactly("HELD AVAILABLE HELD chen.xiao " + fromTasklist.key());
        clock.forward(Duration.ofMinutes(119));
        JourneyTest.accepted(fromBoard.deposit("50000.00"));
    }

    @Test
    void whoComesSecondReadsWhoHasTheUnitAndLosesNothing() {
        SalesSite site = site(1);
        Sale first = sale(site, LIN, Person.unknown()).intended();
        Sale second = sale(site, CHEN, Person.unknown()).intended();
        String task = at(CHEN).taskOf(second.key(), THE_CHOICE).id();
        UUID unit = site.unit(0);
        assertThat(panel(CHEN, unit)).contains(task);
        accepted(first.choose(unit));
        List<String> before = second.rows();

        Answer no = hold(CHEN, unit, task);

        assertThat(no.status()).isEqualTo(422);
        assertThat(no.text()).contains("已由 林佳 预留至", "role=\"alert\"");
        assertThat(second.rows()).isEqualTo(before);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
        assertThat(site.occupants(unit)).containsExactly(first.caseId());
        assertThat(panel(CHEN, unit)).contains("本房源已被占用").doesNotContain("林佳", first.key(), "name=\"task\"");
        assertThat(panel(MANAGER, unit)).contains("林佳", first.key());
    }

    @Test
    void onlyWhoseCustomerWaitsIsOfferedTheHoldAndNobodyCompletesAnothersTask() {
        Sale sale = sale().intended();
        UUID unit = sale.site().unit(0);
        String task = at(CHEN).taskOf(sale.key(), THE_CHOICE).id();

        for (String other : List.of(LIN, MANAGER, CASHIER, MARKETING, GENERAL_MANAGER, "xu.qiang")) {
            assertThat(panel(other, unit)).as(other).doesNotContain(task, "name=\"task\"");
            assertThat(hold(other, unit, task).status())
                    .as(other)
                    .isEqualTo(List.of(LIN, MANAGER).contains(other) ? 422 : 403);
        }
        assertThat(hold(LIN, unit, task).text())
                .contains("没有找到这位客户的选房任务")
                .doesNotContain(sale.person().name());
        assertThat(hold(CHEN, unit, "").text()).contains("请先选择为哪位客户预留");
        assertThat(hold(CHEN, sale().site().unit(0), task).status()).isEqualTo(422);
        assertThat(sale.site().stateOf(unit)).isEqualTo("AVAILABLE");
        assertThat(hold(CHEN, sale.site().unitWithoutPermit(), task).text()).contains("没有有效的预售许可证");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @Test
    void everyChangeIsWrittenDownWithWhoAndWhyAndReadByWhoMayReadTheSale() {
        Sale lapsing = sale().held();
        UUID unit = lapsing.site().unit(0);
        clock.forward(Duration.ofHours(3));
        runDue(lapsing.key());
        Sale sale = sale(lapsing.site(), LIN, Person.unknown()).subscribed();

        assertThat(history(unit))
                .containsExactly(
                        "HELD AVAILABLE HELD chen.xiao " + lapsing.key(),
                        "HOLD_LAPSED HELD AVAILABLE null " + lapsing.key(),
                        "HELD AVAILABLE HELD lin.jia " + sale.key(),
                        "DEPOSIT_PAID HELD HELD qian.hui " + sale.key(),
                        "SUBSCRIBED HELD SUBSCRIBED lin.jia " + sale.key());
        assertThat(panel(MANAGER, unit))
                .contains("签订认购协议书", "预留到期，自动释放", "收到定金", "陈晓", "林佳", "钱慧", lapsing.key(), sale.key());
        assertThat(panel(LIN, unit))
                .contains("签订认购协议书", "预留到期，自动释放", "林佳", sale.key())
                .doesNotContain("陈晓", lapsing.key());
        assertThat(panel(MARKETING, unit)).contains("签订认购协议书").doesNotContain("陈晓", "林佳", sale.key());
        assertThat(panel(MANAGER, unit))
                .doesNotContain(sale.person().phone(), sale.person().name());
    }

    @Test
    void anOpenBoardIsToldWhatChangedOnceItIsCommittedAndNothingElse() {
        Sale sale = sale().intended();
        SalesSite site = sale.site();
        UUID unit = site.unit(0);
        String position =
                position(at(LIN).get("/units?project=" + site.projectId()).text());
        assertThat(changes(LIN, site, position, "").status()).isEqualTo(204);

        accepted(sale.choose(unit));

        Answer told = changes(LIN, site, position, "");
        assertThat(told.text())
                .contains("data-unit=\"" + unit, "unit HELD", "<b>1</b>")
                .doesNotContain("陈晓", site.unit(1).toString());
        assertThat(changes(MANAGER, site, position, "").text()).contains("陈晓 至 ");
        assertThat(changes(LIN, site, position, "&state=AVAILABLE").text()).contains("unit HELD off");
        assertThat(changes(LIN, site, position, "&building=" + "2号楼").text()).doesNotContain("data-unit=");
        String next = position(told.text());
        assertThat(Long.parseLong(next)).isGreaterThan(Long.parseLong(position));
        assertThat(changes(LIN, site, next, "").status()).isEqualTo(204);
        assertThat(changes(LIN, site(1), position, "").status()).isEqualTo(204);
    }

    /** A change is numbered when it is written and seen when its transaction ends: the later number may be seen first. */
    @Test
    void aChangeSeenLateIsNotMissed() {
        SalesSite site = site(2);
        String position =
                position(at(LIN).get("/units?project=" + site.projectId()).text());
        String[] between = new String[1];
        transaction.executeWithoutResult(slow -> {
            write(site, site.unit(0));
            new Thread(() -> {
                transaction.executeWithoutResult(quick -> write(site, site.unit(1)));
                between[0] = changes(LIN, site, position, "").text();
            }) {
                void begin() {
                    start();
                    try {
                        join();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }.begin();
        });
        assertThat(between[0])
                .contains(site.unit(1).toString())
                .doesNotContain(site.unit(0).toString());
        assertThat(changes(LIN, site, position(between[0]), "").text())
                .contains(site.unit(0).toString());
    }

    private void write(SalesSite site, UUID unit) {
        jdbc.update(
                "insert into sales.unit_changes (project_id, unit_id, changed_at, occasion, from_state, to_state)"
                        + " values (?, ?, now(), 'DESCRIBED', 'AVAILABLE', 'AVAILABLE')",
                site.projectId(),
                unit);
    }

    @Test
    void filtersKeepTheBuildingsShapeAndOddOnesHarmNothing() {
        SalesSite site = site(1);
        UUID dear = site.unitAt("9000000.00");
        String path = "/units?project=" + site.projectId();

        String page =
                at(CHEN).get(path + "&minPrice=500&state=AVAILABLE&use=HOME").text();
        assertThat(page)
                .contains("unit AVAILABLE off", dear.toString(), site.unit(0).toString());
        assertThat(page).contains("符合筛选", "data-matching>1<").contains("value=\"500\"");
        assertThat(at(CHEN).get(path + "&minPrice=cheap&maxArea=1e9").text())
                .contains("请填数字", "value=\"cheap\"", "data-matching>2<");
        for (String odd : List.of("&state=NONE", "&use=x&layout=%27", "&minPrice=99999999999999", "&building=")) {
            assertThat(at(CHEN).get(path + odd).status()).as(odd).isEqualTo(200);
        }
        assertThat(at(CHEN).get("/units/changes?project=" + site.projectId() + "&after=x")
                        .status())
                .isEqualTo(400);
        assertThat(changes(CHEN, site, "9223372036854775807", "").status()).isEqualTo(204);
        assertThat(changes(CHEN, site, "-5", "").status()).isEqualTo(204);
    }

    @Test
    void twoThousandUnitsAreOnePageAndAHandfulOfQueries() {
        SalesSite site = site(1);
        UUID tower = UUID.randomUUID();
        jdbc.update(
                "insert into sales.buildings (id, project_id, name, version) values (?, ?, '9号楼', 0)",
                tower,
                site.projectId());
        jdbc.update(
                "insert into sales.units (id, building_id, unit_no, section, number, floor, purpose, layout, gross_area,"
                        + " state, version) select gen_random_uuid(), ?, '9号楼-' || f * 100 + d, '', (f * 100 + d)::text,"
                        + " f, 'HOME', '三室两厅两卫', 98.50, 'AVAILABLE', 0 from generate_series(1, 250) f,"
                        + " generate_series(1, 8) d",
                tower);

        long begun = System.nanoTime();
        String page = at(CHEN).get("/units?project=" + site.projectId()).text();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(Pattern.compile("data-unit=").matcher(page).results().count())
                .isEqualTo(2_001);
        assertThat(page.length()).isLessThan(700_000);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    /** What came of a hold, whoever's and wherever: the case's state, its stages, its open tasks. */
    private List<Object> shape(Sale sale) {
        return List.of(
                jdbc.queryForMap(
                        "select state, building, layout, list_price, hold_until - ? as hold from sales.sales_cases"
                                + " where id = ?",
                        java.sql.Timestamp.from(clock.instant()),
                        sale.caseId()),
                jdbc.queryForList(
                        "select stage, actual_to is null as open from sales.milestones where case_id = ? order by stage",
                        sale.caseId()),
                at("xu.qiang").tasksOf(sale.key()).stream()
                        .map(TasklistSession.OpenTask::key)
                        .toList());
    }

    private List<String> history(UUID unit) {
        return jdbc.queryForList(
                "select concat_ws(' ', occasion, from_state, to_state, coalesce(changed_by, 'null'), case_id)"
                        + " from sales.unit_changes where unit_id = ? order by seq",
                String.class,
                unit);
    }

    private String panel(String person, UUID unit) {
        Answer answer = at(person).get("/units/" + unit + "/panel");
        accepted(answer);
        return answer.text().substring(answer.text().indexOf("<main"));
    }

    private Answer hold(String person, UUID unit, String task) {
        return at(person)
                .form("/units/" + unit + "/hold", at(person).get("/units").text(), Map.of("task", task));
    }

    private Answer changes(String person, SalesSite site, String position, String more) {
        return at(person)
                .get("/units/changes?project=" + site.projectId() + "&after=" + position
                        + more.replace("2号楼", "2%E5%8F%B7%E6%A5%BC"));
    }

    private static String position(String page) {
        Matcher found = Pattern.compile("data-position=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

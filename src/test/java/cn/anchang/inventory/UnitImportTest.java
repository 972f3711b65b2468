package cn.anchang.inventory;

import static cn.anchang.workbook.ImportTester.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.inventory.HoldOutcome.Held;
import cn.anchang.organization.SignedIn;
import cn.anchang.organization.Sites;
import cn.anchang.shared.Money;
import cn.anchang.testing.DatabaseTest;
import cn.anchang.workbook.ImportJob;
import cn.anchang.workbook.ImportOutcome.JobUnknown;
import cn.anchang.workbook.ImportOutcome.KindUnknown;
import cn.anchang.workbook.ImportOutcome.NoBadRows;
import cn.anchang.workbook.ImportOutcome.NotAnImporter;
import cn.anchang.workbook.ImportOutcome.NothingToApply;
import cn.anchang.workbook.ImportState;
import cn.anchang.workbook.ImportTester;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@MockitoBean(types = Sites.class)
@Import({
    UnitImport.class,
    SalesControl.class,
    UnitChanges.class,
    SignedIn.class,
    UnitCatalogue.class,
    Prices.class,
    ApprovedAtOnce.class,
    ImportTester.class
})
class UnitImportTest {

    private static final Logger LOG = LoggerFactory.getLogger(UnitImportTest.class);

    private static final List<String> HEADINGS = List.of(
            "项目", "项目代码", "大区", "楼栋", "楼层", "房号", "用途", "户型", "建筑面积", "总价", "底价", "价格生效日期", "预售证号", "发证日期", "有效期至",
            "状态");

    @Autowired
    ImportTester tester;

    @Autowired
    SalesControl control;

    @Autowired
    UnitCatalogue catalogue;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private LocalDate today;
    private String project;
    private String code;
    private String permit;

    @BeforeEach
    void aProjectNobodyHasHeardOf() {
        today = LocalDate.now(clock);
        StringBuilder letters = new StringBuilder();
        ThreadLocalRandom.current().ints(6, 'A', 'Z' + 1).forEach(c -> letters.append((char) c));
        code = letters.toString();
        project = "项目" + code;
        permit = "杭售许字 " + code;
    }

    private List<Object> unit(String building, int floor, String number, String total, String floorPrice) {
        return new ArrayList<>(Arrays.asList(
                project,
                code,
                "华东",
                building,
                floor,
                number,
                "住宅",
                "三室两厅两卫",
                new BigDecimal("98.50"),
                Money.of(total),
                Money.of(floorPrice),
                today,
                permit,
                today.minusDays(10),
                today.plusYears(2),
                "待售"));
    }

    private List<Object> with(List<Object> row, String heading, Object value) {
        List<Object> changed = new ArrayList<>(row);
        changed.set(HEADINGS.indexOf(heading), value);
        return changed;
    }

    private byte[] sheet(List<?>... rows) {
        return ImportTester.sheet(HEADINGS, List.of(rows));
    }

    private UUID projectId() {
        return catalogue.projects().stream()
                .filter(view -> view.name().equals(project))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<UnitOffer> offers() {
        return catalogue.available(projectId(), UnitFilter.ANY);
    }

    private int rows(String table) {
        return jdbc.queryForObject("select count(*) from sales." + table, Integer.class);
    }

    @Test
    void nothingIsWrittenBeforeAPersonDecidesAndThenTheUnitsAreOnTheBoard() {
        byte[] file = sheet(unit("1号楼", 3, "301", "3250500", "3120480"), unit("1号楼", 3, "302", "3350500", "3220480"));
        int before = rows("units") + rows("projects") + rows("price_lists") + rows("presale_permits");

        ImportJob checked = tester.check("units", file);

        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.added()).isEqualTo(2);
        assertThat(checked.bad()).isZero();
        assertThat(checked.notices())
                .containsExactly(
                        "将新建项目：" + project,
                        "将新建楼栋：" + project + " 1号楼",
                        "将登记预售许可证：" + permit,
                        tester.sentences().text("price-list.title", project, today) + "：2 套的价格有变化，写入后自动送审批，批准后生效");
        assertThat(rows("units") + rows("projects") + rows("price_lists") + rows("presale_permits"))
                .isEqualTo(before);

        ImportJob applied = tester.apply(checked);

        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
        assertThat(applied.notices()).contains("价格表 JG-2026-000001 第 1 版已送审批，批准后生效");
        assertThat(offers()).extracting(UnitOffer::unitNo).containsExactly("1号楼-301", "1号楼-302");
        UnitOffer offer = offers().get(0);
        assertThat(offer.listPrice()).isEqualTo(Money.of("3250500"));
        assertThat(offer.permitNo()).isEqualTo(permit);
        assertThat(control.hold(offer.unitId(), UUID.randomUUID(), "陈晓", inTwoHours()))
                .isInstanceOf(Held.class);
    }

    private Instant inTwoHours() {
        return clock.instant().plus(Duration.ofHours(2));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        byte[] file = sheet(unit("1号楼", 3, "301", "3250500", "3120480"), unit("2号楼", 1, "101", "2250500", "2120480"));
        tester.bringIn("units", file);
        int lists = rows("price_lists");
        List<Long> versions = jdbc.queryForList("select version from sales.units order by id", Long.class);

        ImportJob again = tester.check("units", file);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.added() + again.changed() + again.bad()).isZero();
        assertThat(again.isApplicable()).isFalse();
        assertThat(tester.imports().apply(again.id(), "sun.li")).isEqualTo(new NothingToApply());
        assertThat(rows("price_lists")).isEqualTo(lists);
        assertThat(jdbc.queryForList("select version from sales.units order by id", Long.class))
                .isEqualTo(versions);
    }

    @Test
    void aNewPriceIsANewListFromItsDay() {
        List<Object> home = unit("1号楼", 3, "301", "3250500", "3120480");
        tester.bringIn("units", sheet(home));

        ImportJob job = tester.bringIn(
                "units", sheet(with(with(home, "总价", Money.of("3400000")), "价格生效日期", today.plusDays(3))));

        assertThat(job.changed()).isOne();
        assertThat(offers().get(0).listPrice()).isEqualTo(Money.of("3250500"));
        assertThat(jdbc.queryForList(
                        "select effective_on from sales.price_lists where project_id = ? order by revision",
                        LocalDate.class,
                        projectId()))
                .containsExactly(today, today.plusDays(3));
    }

    @Test
    void anOccupiedUnitKeepsItsPriceItsStateAndItsDescription() {
        List<Object> home = unit("1号楼", 3, "301", "3250500", "3120480");
        tester.bringIn("units", sheet(home));
        UUID caseId = UUID.randomUUID();
        control.hold(offers().get(0).unitId(), caseId, "陈晓", inTwoHours());
        OccupiedUnit before = catalogue.unitOf(caseId).orElseThrow();

        ImportJob priced = tester.bringIn("units", sheet(with(with(home, "总价", Money.of("3999000")), "状态", "未推")));
        ImportJob described = tester.check("units", sheet(with(home, "建筑面积", new BigDecimal("120"))));

        assertThat(priced.changed()).isOne();
        assertThat(priced.notices()).anyMatch(notice -> notice.contains("1 套已被占用"));
        assertThat(catalogue.unitOf(caseId)).contains(before);
        assertThat(problems(described)).containsExactly("2 null 房源目前为“预留”，导入不修改已被占用房源的面积、户型、楼层和用途，请保持原值");

        control.release(caseId);
        assertThat(offers().get(0).listPrice()).isEqualTo(Money.of("3999000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update sales.unit_prices set list_price = list_price + 1 where price_list_id = ?",
                "delete from sales.unit_prices where price_list_id = ?",
                "update sales.price_lists set effective_on = effective_on - 1 where id = ?",
                "delete from sales.price_lists where id = ?"
            })
    void aPriceIsCorrectedByAFurtherListAndNeverInPlace(String statement) {
        tester.bringIn("units", sheet(unit("1号楼", 3, "301", "3250500", "3120480")));
        UUID list =
                jdbc.queryForObject("select id from sales.price_lists where project_id = ?", UUID.class, projectId());

        assertThatThrownBy(() -> jdbc.update(statement, list)).hasMessageContaining("never changed or deleted");
    }

    @Test
    void badRowsComeBackWithAReasonAtEachCellAndTheGoodOnesGoInIfThePersonSaysSo() {
        List<Object> good = unit("1号楼", 3, "301", "3250500", "3120480");
        ImportJob checked = tester.check(
                "units",
                sheet(
                        good,
                        with(unit("1号楼", 3, "302", "3250500", "3120480"), "建筑面积", "九十八"),
                        with(with(good, "房号", "303"), "底价", Money.of("3999999")),
                        with(with(good, "房号", null), "用途", "别墅"),
                        good,
                        with(with(good, "房号", "=1+1"), "价格生效日期", "明年")));

        assertThat(checked.added()).isOne();
        assertThat(checked.bad()).isEqualTo(5);
        assertThat(problems(checked))
                .containsExactly(
                        "3 建筑面积 “九十八”不是数字，请改为数字",
                        "4 底价 底价 3,999,999.00 高于表价 3,250,500.00，请核对",
                        "5 房号 不能为空，请填写",
                        "5 用途 “别墅”不在可选范围，请填写以下之一：住宅、公寓、商铺、车位、普通住宅、高层住宅、商业、车库、地下车位",
                        "6 房号 与第 2 行重复，请只保留一行",
                        "7 价格生效日期 “明年”不是日期，请写成 2026-11-23 的样子");
        ImportTester.Errors errors = tester.errors(checked);
        assertThat(errors.rows()).hasSize(6);
        assertThat(errors.rows().get(0)).hasSize(HEADINGS.size() + 1).endsWith("错误原因");
        assertThat(errors.comments())
                .containsEntry("I2", "“九十八”不是数字，请改为数字")
                .containsEntry("F4", "不能为空，请填写")
                .containsKeys("K3", "G4", "F5", "L6");
        assertThat(errors.rows().get(5)).contains("=1+1");

        ImportJob applied = tester.apply(checked);

        assertThat(applied.added()).isOne();
        assertThat(offers()).extracting(UnitOffer::unitNo).containsExactly("1号楼-301");
    }

    @Test
    void theErrorWorkbookMendedIsImportedAsItIs() {
        List<Object> good = unit("1号楼", 3, "301", "3250500", "3120480");
        ImportJob checked = tester.check("units", sheet(good, with(with(good, "房号", "302"), "楼层", "三层")));
        tester.apply(checked);

        ImportJob again = tester.check("units", tester.errorFile(checked));

        assertThat(again.bad()).isOne();
        assertThat(problems(again)).containsExactly("2 楼层 “三层”不是整数，请改为整数");
        assertThat(again.notices()).contains("以下列不会导入：错误原因");
    }

    @Test
    void pricesHaveToAgreeWithTheAreaButForRounding() {
        List<String> headings = List.of("项目", "项目代码", "大区", "楼栋", "楼层", "房号", "用途", "建筑面积", "单价", "总价", "底价");
        List<List<?>> rows = List.of(
                List.of(project, code, "华东", "1号楼", 1, "101", "住宅", 98.5, 33000, 3250500, 3000000),
                List.of(project, code, "华东", "1号楼", 1, "102", "住宅", 98.5, 33000, 3250501, 3000000),
                List.of(project, code, "华东", "1号楼", 1, "103", "住宅", 98.5, 33000, 3260000, 3000000),
                Arrays.asList(project, code, "华东", "1号楼", 1, "104", "住宅", 98.5, 33000, null, 3000000),
                Arrays.asList(project, code, "华东", "1号楼", 1, "105", "住宅", 98.5, null, null, 3000000),
                List.of(project, code, "华东", "1号楼", "B2", "106", "车位", "12.72 ㎡", 15000, "190,800.00", "¥180,000"));

        ImportJob job = tester.bringIn("units", ImportTester.sheet(headings, new ArrayList<>(rows)));

        assertThat(problems(job))
                .containsExactly("4 总价 总价 3,260,000.00 与单价乘以建筑面积的 3,250,500.00 不符，请核对", "6 总价 单价和总价至少填写一项");
        assertThat(offers())
                .extracting(UnitOffer::unitNo, UnitOffer::listPrice, UnitOffer::floor)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("1号楼-104", Money.of("3250500"), 1),
                        org.assertj.core.groups.Tuple.tuple("1号楼-106", Money.of("190800"), -2));
    }

    @Test
    void aPermitNeedsItsDatesOnceAndTheyHaveToAgree() {
        List<Object> home = unit("1号楼", 3, "301", "3250500", "3120480");
        List<Object> undated = with(with(with(home, "发证日期", null), "有效期至", null), "房号", "302");

        assertThat(problems(tester.check("units", sheet(undated))))
                .containsExactly("2 预售证号 预售证 " + permit + " 尚未登记，请填写发证日期和有效期至");
        assertThat(problems(tester.check("units", sheet(home, with(with(home, "房号", "303"), "有效期至", today)))))
                .containsExactly("3 预售证号 预售证 " + permit + " 的日期与本文件前面的行不同，请统一");
        assertThat(problems(tester.check("units", sheet(with(home, "有效期至", today.minusDays(11))))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("2 预售证有效期至 有效期至(");

        tester.bringIn("units", sheet(home, undated));
        ImportJob prolonged = tester.bringIn("units", sheet(with(home, "有效期至", today.plusYears(3))));

        assertThat(prolonged.notices()).containsExactly("将修改预售许可证的有效期：" + permit);
        assertThat(jdbc.queryForObject(
                        "select valid_to from sales.presale_permits where permit_no = ?", LocalDate.class, permit))
                .isEqualTo(today.plusYears(3));
    }

    @Test
    void anUnknownProjectNeedsItsRegionAndACodeOfItsOwn() {
        List<Object> home = unit("1号楼", 3, "301", "3250500", "3120480");

        assertThat(problems(tester.check("units", sheet(with(home, "大区", null)))))
                .containsExactly("2 项目 项目“" + project + "”尚未登记；如是新项目请同时填写大区和项目代码，否则请核对项目名称");
        assertThat(problems(tester.check("units", sheet(with(home, "项目代码", "云栖")))))
                .containsExactly("2 项目代码 “云栖”不是项目代码，请填写 2 到 6 个英文字母");
        tester.bringIn("units", sheet(home));
        assertThat(problems(tester.check("units", sheet(with(home, "项目", "别的" + project)))))
                .containsExactly("2 项目代码 项目代码 " + code + " 已被其他项目使用，请换一个");
        assertThat(problems(tester.check("units", sheet(with(home, "大区", "华南")))))
                .containsExactly("2 大区 与该项目已登记的“华东”不同，请核对；导入不修改项目资料");
    }

    @Test
    void onlyImportersImportAndAJobIsSeenOnlyByWhoStartedIt() {
        byte[] file = sheet(unit("1号楼", 3, "301", "3250500", "3120480"));

        assertThat(tester.imports().start("units", "a.xlsx", file, "chen.xiao")).isEqualTo(new NotAnImporter());
        assertThat(tester.imports().start("secrets", "a.xlsx", file, "sun.li")).isEqualTo(new KindUnknown("secrets"));
        ImportJob job = tester.check("units", file);
        assertThat(tester.imports().job(job.id(), "chen.xiao")).isEqualTo(new JobUnknown());
        assertThat(tester.imports().apply(job.id(), "chen.xiao")).isEqualTo(new JobUnknown());
        assertThat(tester.imports().errorWorkbook(job.id(), "chen.xiao")).isEqualTo(new JobUnknown());
        assertThat(tester.imports().errorWorkbook(job.id(), "sun.li")).isEqualTo(new NoBadRows());
        assertThat(tester.imports().job(UUID.randomUUID(), "sun.li")).isEqualTo(new JobUnknown());
    }

    @Test
    void anUnreadableFileIsRefusedInOneSentence() {
        ImportJob job = tester.check("units", "楼栋，房号".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(job.state()).isEqualTo(ImportState.REFUSED);
        assertThat(job.message()).isEqualTo("这不是 Excel 工作簿(.xlsx 或 .xls),请在 Excel 中另存为 .xlsx 后重新上传。");
        assertThat(job.isApplicable()).isFalse();
    }

    @Test
    void whenWritingFailsHalfWayNothingIsWritten() {
        ImportJob checked = tester.check(
                "units",
                sheet(unit("1号楼", 3, "301", "3250500", "3120480"), unit("1号楼", 3, "302", "3250500", "3120480")));
        jdbc.execute("alter table sales.units add constraint no_302 check (number <> '302') not valid");
        try {
            ImportJob failed = tester.apply(checked);

            assertThat(failed.state()).isEqualTo(ImportState.FAILED);
            assertThat(failed.message()).startsWith("导入没有完成，未写入任何数据");
            assertThat(catalogue.projects()).noneMatch(view -> view.name().equals(project));
        } finally {
            jdbc.execute("alter table sales.units drop constraint no_302");
        }
    }

    @Test
    void theTemplateIsReadByTheImportItself() {
        ImportJob job = tester.check("units", tester.imports().template("units"));

        assertThat(problems(job)).isEmpty();
        assertThat(job.added()).isOne();
    }

    @Test
    void theSampleProjectComesInByTheSameImport() throws IOException {
        byte[] file = new ClassPathResource("sample/units.xlsx").getContentAsByteArray();
        if (catalogue.projects().stream().noneMatch(view -> view.name().equals("云栖花园"))) {
            assertThat(tester.imports()
                            .bringIn("units", "units.xlsx", file, "sun.li")
                            .added())
                    .isEqualTo(120);
        }
        UUID sample = catalogue.projects().stream()
                .filter(view -> view.name().equals("云栖花园"))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(catalogue.board(sample, null)).hasSize(120).allMatch(unit -> unit.listPrice() != null);
        assertThat(catalogue.available(sample, UnitFilter.ANY))
                .filteredOn(offer -> offer.permitNo() == null)
                .isNotEmpty()
                .allMatch(offer -> offer.building().equals("3号楼"));
        assertThat(tester.check("units", file).unchanged()).isEqualTo(120);
    }

    @Test
    void aSampleWithABadRowIsNotBroughtIn() {
        byte[] file = sheet(with(unit("1号楼", 3, "301", "3250500", "3120480"), "楼层", "三层"));

        assertThatThrownBy(() -> tester.imports().bringIn("units", "units.xlsx", file, "sun.li"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("三层");
    }

    @Test
    void twentyThousandUnitsAreImportedWithTheirProgressShown() {
        List<List<?>> rows = new ArrayList<>();
        for (int building = 1; building <= 50; building++) {
            for (int floor = 1; floor <= 40; floor++) {
                for (int door = 1; door <= 10; door++) {
                    rows.add(unit(
                            building + "号楼",
                            floor,
                            "%d%02d".formatted(floor, door),
                            String.valueOf(3_000_000 + 1_000 * floor + door),
                            "2900000"));
                }
            }
        }
        byte[] file = ImportTester.sheet(HEADINGS, rows);
        TreeSet<Integer> checking = new TreeSet<>();
        TreeSet<Integer> applying = new TreeSet<>();

        long start = System.nanoTime();
        ImportJob checked = tester.check("units", file, seen -> checking.add(seen.percent()));
        long check = System.nanoTime();
        ImportJob applied = tester.apply(checked, seen -> applying.add(seen.percent()));
        long apply = System.nanoTime();
        ImportJob again = tester.check("units", file);
        long end = System.nanoTime();

        LOG.info(
                "20,000 units: checked in {} ms, written in {} ms, checked again in {} ms",
                (check - start) / 1_000_000,
                (apply - check) / 1_000_000,
                (end - apply) / 1_000_000);
        assertThat(applied.added()).isEqualTo(20_000);
        assertThat(again.unchanged()).isEqualTo(20_000);
        assertThat(checking.size() + applying.size()).as("progress seen").isGreaterThan(5);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.unit_prices p join sales.price_lists l on l.id = p.price_list_id"
                                + " where l.project_id = ?",
                        Integer.class,
                        projectId()))
                .isEqualTo(20_000);
    }
}

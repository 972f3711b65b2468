package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Change;
import cn.anchang.approval.ChangeKind;
import cn.anchang.approval.DocumentView;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Part;
import cn.anchang.approval.Revision;
import cn.anchang.approval.VersionState;
import cn.anchang.inventory.HoldOutcome;
import cn.anchang.inventory.HoldOutcome.Held;
import cn.anchang.inventory.HoldOutcome.PriceApprovalVoid;
import cn.anchang.inventory.HoldOutcome.PriceMissing;
import cn.anchang.inventory.SalesControl;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitFilter;
import cn.anchang.inventory.UnitOffer;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import cn.anchang.workbook.ImportJob;
import cn.anchang.workbook.ImportOutcome.Accepted;
import cn.anchang.workbook.ImportTester;
import cn.anchang.workbook.Imports;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** From a 一房一价表 to prices that customers are told: imported, reviewed by 营销总监, approved by 总经理. */
class PriceListJourneyTest extends JourneyTest {

    private static final Logger LOG = LoggerFactory.getLogger(PriceListJourneyTest.class);

    private static final List<String> HEADINGS = List.of(
            "项目", "项目代码", "大区", "楼栋", "楼层", "房号", "用途", "建筑面积", "总价", "底价", "价格生效日期", "预售证号", "发证日期", "有效期至", "状态");

    @Autowired
    Imports imports;

    @Autowired
    UnitCatalogue catalogue;

    @Autowired
    SalesControl control;

    @Autowired
    Documents documents;

    @Autowired
    Approvals approvals;

    @Autowired
    Staff staff;

    @Autowired
    TransactionTemplate transaction;

    private String code;
    private String project;
    private LocalDate today;

    @BeforeEach
    void aProjectNobodyHasHeardOf() {
        StringBuilder letters = new StringBuilder();
        ThreadLocalRandom.current().ints(6, 'A', 'Z' + 1).forEach(letter -> letters.append((char) letter));
        code = letters.toString();
        project = "楼盘" + code;
        today = LocalDate.now(clock);
    }

    @Test
    void pricesAreInForceOnceTheGeneralManagerAgreesAndNotBefore() {
        ImportJob job = bringIn(MARKETING, unit("301", "3250500"), unit("302", "3350500"));
        UUID document = document();
        String no = documents.view(document).no();

        assertThat(job.notices()).contains("价格表 " + no + " 第 1 版已送审批，批准后生效");
        assertThat(no).startsWith("JG-");
        assertThat(hold("301")).isEqualTo(new PriceMissing("1号楼-301"));
        assertThat(at(CHEN).get("/units/price-lists?project=" + projectId()).text())
                .contains("价格表 " + no + " 第 1 版", "审批中", "2 套");

        accepted(decide(DIRECTOR, document, "AGREE", null));
        assertThat(hold("301")).isEqualTo(new PriceMissing("1号楼-301"));
        assertThat(at(DIRECTOR).tasksOf(document.toString())).isEmpty();
        accepted(decide(GENERAL_MANAGER, document, "AGREE", null));

        assertThat(offers()).containsEntry("1号楼-301", "3,250,500.00").containsEntry("1号楼-302", "3,350,500.00");
        assertThat(hold("301")).isInstanceOf(Held.class);
        DocumentView view = documents.view(document);
        assertThat(view.current().control().prepared().by()).isEqualTo(MARKETING);
        assertThat(view.current().control().reviewed().by()).isEqualTo(DIRECTOR);
        assertThat(view.current().control().approved().by()).isEqualTo(GENERAL_MANAGER);
        assertThat(approvals.holds(view.current().id())).isTrue();
        assertThat(jdbc.queryForObject(
                        "select approved_at is not null from sales.price_lists where version_id = ?",
                        Boolean.class,
                        view.current().id()))
                .isTrue();
        assertThat(at(CHEN).get("/units/price-lists?project=" + projectId()).text())
                .contains("价格表 " + no + " 第 1 版", "执行中", "吴总", "批准")
                .doesNotContain("href=\"/documents/" + document, "批准已失效");
        assertThat(at(MARKETING)
                        .get("/units/price-lists?project=" + projectId())
                        .text())
                .contains("href=\"/documents/" + document);
        assertThat(at(MARKETING).get("/documents/" + document).text())
                .contains(no, "孙丽", "周凯", "吴总", "已批准", "首次编制", "3,250,500.00", "分楼栋汇总", "价格明细")
                .doesNotContain("??", "批准已失效");
        assertThat(at(CHEN).get("/documents/" + document).status()).isEqualTo(404);
    }

    @Test
    void approvedPricesWaitForTheirDayAndTheFormerOnesStayUntilThen() {
        approved(bringIn(MARKETING, unit("301", "3250500")));
        bringIn(MARKETING, with(unit("301", "3400000"), "价格生效日期", today.plusDays(3)));
        UUID later = document();
        assertThat(offers()).containsEntry("1号楼-301", "3,250,500.00");

        approve(later);

        assertThat(offers()).as("before its day").containsEntry("1号楼-301", "3,250,500.00");
        assertThat(at(MARKETING)
                        .get("/units/price-lists?project=" + projectId())
                        .text())
                .contains("执行中", "已批准，待生效");
        clock.forward(Duration.ofDays(3));
        assertThat(offers()).as("on its day").containsEntry("1号楼-301", "3,400,000.00");
        assertThat(documents.view(later).current().sections().toString()).contains("3,250,500.00", "+4.60%", "价格变动");
    }

    @Test
    void aListSentBackTwiceIsComparedUnitByUnitAndItsThirdVersionCounts() {
        bringIn(MARKETING, unit("301", "3250500"), unit("302", "3350500"), unit("303", "3450500"));
        UUID document = document();
        UUID first = documents.currentVersion(document).orElseThrow();
        refused(decide(DIRECTOR, document, "RETURN", ""), "理由");
        accepted(decide(DIRECTOR, document, "RETURN", "302 定价偏低"));
        String no = documents.view(document).no();

        ImportJob again = bringIn(MARKETING, unit("301", "3250500"), unit("302", "3350500"), unit("303", "3450500"));
        assertThat(again.notices()).contains("价格与未获批准的价格表 " + no + " 第 1 版完全相同，没有再次送审，请按审批意见修改后再导入");
        assertThat(documents.currentVersion(document)).contains(first);

        bringIn(MARKETING, unit("301", "3250500"), unit("302", "3380000"), unit("304", "3550500"));
        assertThat(document()).isEqualTo(document);
        UUID second = documents.currentVersion(document).orElseThrow();
        assertThat(documents.changes(second, first))
                .containsExactly(
                        new Change("价格变动", "1号楼-302 · 表价（元）", ChangeKind.CHANGED, "3,350,500.00", "3,380,000.00"),
                        new Change("价格变动", "1号楼-303", ChangeKind.REMOVED, "表价 3,450,500.00，底价 3,000,000.00", ""),
                        new Change("价格变动", "1号楼-304", ChangeKind.ADDED, "", "表价 3,550,500.00，底价 3,000,000.00"));
        accepted(decide(DIRECTOR, document, "AGREE", null));
        accepted(decide(GENERAL_MANAGER, document, "RETURN", "304 先不推"));
        assertThat(offers()).isEmpty();

        bringIn(MARKETING, unit("301", "3250500"), unit("302", "3380000"));
        approve(document);

        assertThat(offers()).containsOnly(Map.entry("1号楼-301", "3,250,500.00"), Map.entry("1号楼-302", "3,380,000.00"));
        assertThat(documents.view(document).revisions())
                .extracting(Revision::version, Revision::state, Revision::comment, Revision::changed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                3, VersionState.APPROVED, "", "按 一房一价表.xlsx 修订，与现行价格不同的 2 套"),
                        org.assertj.core.groups.Tuple.tuple(
                                2, VersionState.RETURNED, "304 先不推", "按 一房一价表.xlsx 修订，与现行价格不同的 3 套"),
                        org.assertj.core.groups.Tuple.tuple(1, VersionState.RETURNED, "302 定价偏低", "首次编制"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.price_lists where project_id = ? and approved_at is not null",
                        Integer.class,
                        projectId()))
                .isOne();
    }

    @Test
    void aRejectedListNeverCounts() {
        bringIn(MARKETING, unit("301", "3250500"));
        UUID document = document();

        accepted(decide(DIRECTOR, document, "REJECT", "暂不开盘"));

        clock.forward(Duration.ofDays(30));
        assertThat(offers()).isEmpty();
        assertThat(documents.view(document).current().state()).isEqualTo(VersionState.REJECTED);
        assertThat(at(MARKETING)
                        .get("/units/price-lists?project=" + projectId())
                        .text())
                .doesNotContain("执行中", "审批中");
    }

    @Test
    void aListTakenBackNeverCountsAndTheSamePricesMayBeSentAgain() {
        bringIn(MARKETING, unit("301", "3250500"));
        UUID document = document();
        approvals.withdraw(document, MARKETING);
        assertThat(at(DIRECTOR).tasksOf(document.toString())).isEmpty();

        bringIn(MARKETING, unit("301", "3250500"));

        assertThat(documents.view(document).current().version()).isEqualTo(2);
        approve(document);
        assertThat(offers()).containsEntry("1号楼-301", "3,250,500.00");
    }

    @Test
    void whileAListIsBeforeItsApproversAFileMayRepeatItAndNothingElse() {
        bringIn(MARKETING, unit("301", "3250500"));
        String no = documents.view(document()).no();

        ImportJob same = check(unit("301", "3250500"));
        ImportJob other = check(unit("301", "3250501"), unit("302", "1000000"));

        assertThat(same.unchanged()).isOne();
        assertThat(other.bad()).isEqualTo(2);
        assertThat(ImportTester.problems(other))
                .allMatch(problem -> problem.endsWith("与正在审批的价格表 " + no + " 第 1 版不一致，请等审批结束后再导入，或由编制人先撤回"));
    }

    @Test
    void aCorrectionOnTheSameDayIsAWholeVersionAndTakesThePlaceOfTheOneBefore() {
        approved(bringIn(MARKETING, unit("301", "3250500"), unit("302", "3350500")));
        UUID document = document();
        UUID first = documents.currentVersion(document).orElseThrow();

        bringIn(MARKETING, unit("302", "3360000"));

        UUID second = documents.currentVersion(document).orElseThrow();
        assertThat(documents.changes(second, first))
                .containsExactly(
                        new Change("价格变动", "1号楼-302 · 表价（元）", ChangeKind.CHANGED, "3,350,500.00", "3,360,000.00"));
        assertThat(offers()).as("the former price stays meanwhile").containsEntry("1号楼-302", "3,350,500.00");
        approve(document);
        assertThat(offers()).containsOnly(Map.entry("1号楼-301", "3,250,500.00"), Map.entry("1号楼-302", "3,360,000.00"));
        assertThat(documents.versionView(first).state()).isEqualTo(VersionState.SUPERSEDED);
        assertThat(approvals.holds(second)).isTrue();
    }

    @Test
    void aCorrectionOfARefusedCorrectionIsWholeToo() {
        approved(bringIn(MARKETING, unit("301", "3250500"), unit("302", "3350500")));
        UUID document = document();
        bringIn(MARKETING, unit("302", "3360000"));
        UUID refused = documents.currentVersion(document).orElseThrow();
        accepted(decide(DIRECTOR, document, "RETURN", "偏高"));

        bringIn(MARKETING, unit("302", "3355000"));

        UUID third = documents.currentVersion(document).orElseThrow();
        assertThat(documents.changes(third, refused))
                .containsExactly(
                        new Change("价格变动", "1号楼-302 · 表价（元）", ChangeKind.CHANGED, "3,360,000.00", "3,355,000.00"));
        approve(document);
        assertThat(offers()).containsOnly(Map.entry("1号楼-301", "3,250,500.00"), Map.entry("1号楼-302", "3,355,000.00"));
    }

    @Test
    void whoBroughtThePricesInMayNotApproveThemAlthoughInTheGroup() {
        staff.enrol("tang.wei", "唐伟", "tang.wei@anchang.example", "tang.wei", "marketing-director");
        try {
            bringIn(DIRECTOR, unit("301", "3250500"));
            UUID document = document();

            refused(decide(DIRECTOR, document, "AGREE", null), "编制人或提交人，不能审批自己的文件");
            accepted(decide("tang.wei", document, "AGREE", null));
            accepted(decide(GENERAL_MANAGER, document, "AGREE", null));
            assertThat(offers()).containsKey("1号楼-301");
        } finally {
            identity.clearAuthentication();
            identity.deleteUser("tang.wei");
        }
    }

    @Test
    void whenTheOnlyDirectorBringsThePricesInTheGeneralManagerReviewsThem() {
        bringIn(DIRECTOR, unit("301", "3250500"));
        UUID document = document();

        assertThat(at(DIRECTOR).tasksOf(document.toString())).isEmpty();
        accepted(decide(GENERAL_MANAGER, document, "AGREE", null));
        accepted(decide(GENERAL_MANAGER, document, "AGREE", null));

        assertThat(offers()).containsKey("1号楼-301");
    }

    @Test
    void anApprovedDocumentEditedByHandNoLongerHoldsAndItsUnitsAreNotHeld() {
        approved(bringIn(MARKETING, unit("301", "3250500")));
        UUID version = documents.currentVersion(document()).orElseThrow();

        byHand(
                "update sales.document_versions set content = replace(content, '3250500', '3250000') where id = ?",
                version);

        assertThat(approvals.holds(version)).isFalse();
        assertThat(at(MARKETING).get("/documents/" + document()).text()).contains("批准已失效");
        assertThat(hold("301")).isEqualTo(new PriceApprovalVoid("1号楼-301"));
        assertThat(at(MARKETING)
                        .get("/units/price-lists?project=" + projectId())
                        .text())
                .contains("批准已失效");
    }

    @Test
    void anApprovedPriceEditedByHandIsShownAndNotHeld() {
        approved(bringIn(MARKETING, unit("301", "3250500"), with(unit("302", "3350500"), "楼栋", "2号楼")));
        UUID document = document();
        UUID list = jdbc.queryForObject("select id from sales.price_lists where document_id = ?", UUID.class, document);
        assertThatThrownBy(
                        () -> jdbc.update("update sales.unit_prices set list_price = 1 where price_list_id = ?", list))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update(
                        "insert into sales.unit_prices select id, ?, 2, 1 from sales.units where state = 'WITHHELD' limit 1",
                        list))
                .isInstanceOf(DataAccessException.class);

        byHand(
                "update sales.unit_prices set list_price = 3000001 where price_list_id = ? and list_price = 3250500",
                list);

        assertThat(hold("301")).isEqualTo(new PriceApprovalVoid("1号楼-301"));
        assertThat(hold("302"))
                .as("another building's prices are as they were approved")
                .isInstanceOf(Held.class);
        assertThat(documents.view(document).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.text()).contains("与送审内容不一致，批准不再有效"));
        assertThat(at(CHEN).get("/units/price-lists?project=" + projectId()).text())
                .contains("批准已失效");
    }

    @Test
    void pricesEditedWhileTheyAreBeforeTheirApproversCannotBeApproved() {
        bringIn(MARKETING, unit("301", "3250500"));
        UUID document = document();
        accepted(decide(DIRECTOR, document, "AGREE", null));

        byHand(
                "update sales.unit_prices set list_price = 3000001 where price_list_id ="
                        + " (select id from sales.price_lists where document_id = ?)",
                document);

        refused(decide(GENERAL_MANAGER, document, "AGREE", null), "在审批期间被改动，与送审内容不一致，不能批准");
        assertThat(at(GENERAL_MANAGER).tasksOf(document.toString())).hasSize(1);
        assertThat(offers()).isEmpty();
    }

    @Test
    void everyPriceOfAListIsReadInAWorkbookByThoseWhoReadTheDocument() {
        bringIn(MARKETING, unit("301", "3250500"));
        String table = documents.view(document()).traces().get(0).url();

        assertThat(at(GENERAL_MANAGER).get(table).status()).isEqualTo(200);
        assertThat(at(CHEN).get(table).status()).isEqualTo(403);
        assertThat(at(MARKETING).get("/prices/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void twentyThousandPricesMakeADocumentThatIsStillReadAndApproved() {
        List<List<?>> rows = new ArrayList<>();
        for (int building = 1; building <= 50; building++) {
            for (int door = 1; door <= 400; door++) {
                rows.add(with(
                        with(
                                unit(String.valueOf(1000 + door), String.valueOf(3_100_000 + door)),
                                "楼栋",
                                building + "号楼"),
                        "楼层",
                        3));
            }
        }
        long start = System.nanoTime();
        ImportJob job = bringIn(MARKETING, rows);
        long imported = System.nanoTime();
        UUID document = document();
        UUID first = documents.currentVersion(document).orElseThrow();
        accepted(decide(DIRECTOR, document, "AGREE", null));
        accepted(decide(GENERAL_MANAGER, document, "AGREE", null));
        long approvedAt = System.nanoTime();
        Answer page = at(MARKETING).get("/units/price-lists?project=" + projectId());
        long shown = System.nanoTime();
        rows.replaceAll(row -> with(row, "底价", Money.of("3050000")));
        bringIn(MARKETING, rows);
        List<Change> changes =
                documents.changes(documents.currentVersion(document).orElseThrow(), first);
        long compared = System.nanoTime();

        LOG.info(
                "20,000 prices: imported in {} ms, approved in {} ms, board in {} ms, corrected and compared in {} ms",
                (imported - start) / 1_000_000,
                (approvedAt - imported) / 1_000_000,
                (shown - approvedAt) / 1_000_000,
                (compared - shown) / 1_000_000);
        assertThat(job.added()).isEqualTo(20_000);
        assertThat(page.text()).contains("执行中", "20000 套");
        assertThat(changes).hasSize(301);
        assertThat(changes.get(300).after()).isEqualTo("另有 19700 套不同，逐套价格见“价格明细”");
        String content =
                jdbc.queryForObject("select content from sales.document_versions where id = ?", String.class, first);
        assertThat(content.length()).as("characters of content").isLessThan(30_000);
        assertThat(documents.versionView(first).sections())
                .flatMap(section -> section.parts())
                .filteredOn(Part.Table.class::isInstance)
                .allSatisfy(part -> assertThat(((Part.Table) part).lines()).hasSize(50));
        assertThat(Duration.ofNanos(approvedAt - imported)).isLessThan(Duration.ofSeconds(10));
    }

    // ---- files, people, rows

    private List<Object> unit(String number, String total) {
        return new ArrayList<>(List.of(
                project,
                code,
                "华东",
                "1号楼",
                3,
                number,
                "住宅",
                new BigDecimal("98.50"),
                Money.of(total),
                Money.of(total).min(Money.of("3000000")),
                today,
                "杭售许字 " + code,
                today.minusDays(10),
                today.plusYears(2),
                "待售"));
    }

    private static List<Object> with(List<?> row, String heading, Object value) {
        List<Object> changed = new ArrayList<>(row);
        changed.set(HEADINGS.indexOf(heading), value);
        return changed;
    }

    private ImportJob bringIn(String importer, List<?>... rows) {
        return bringIn(importer, List.of(rows));
    }

    private ImportJob bringIn(String importer, List<List<?>> rows) {
        return imports.bringIn("units", "一房一价表.xlsx", ImportTester.sheet(HEADINGS, rows), importer);
    }

    private ImportJob check(List<?>... rows) {
        byte[] file = ImportTester.sheet(HEADINGS, List.of(rows));
        ImportJob job = ((Accepted) imports.start("units", "一房一价表.xlsx", file, MARKETING)).job();
        while (job.state().isRunning()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            job = ((Accepted) imports.job(job.id(), MARKETING)).job();
        }
        return job;
    }

    private void approved(ImportJob brought) {
        assertThat(brought.notices()).anyMatch(notice -> notice.contains("已送审批"));
        approve(document());
    }

    private void approve(UUID document) {
        accepted(decide(DIRECTOR, document, "AGREE", null));
        accepted(decide(GENERAL_MANAGER, document, "AGREE", null));
    }

    private Answer decide(String person, UUID document, String decision, String reason) {
        OpenTask task = at(person).taskOf(document.toString(), "userTask_decide");
        Map<String, Object> form = new HashMap<>();
        form.put("decision", decision);
        form.put("reason", reason);
        form.put(
                "fingerprint",
                jdbc.queryForObject(
                        "select fingerprint from sales.matters where document_id = ? and state = 'OPEN'",
                        String.class,
                        document));
        return at(person).submitForm(task.id(), form);
    }

    /** The document of the list that was made last. */
    private UUID document() {
        return jdbc.queryForObject(
                "select document_id from sales.price_lists where project_id = ? order by revision desc limit 1",
                UUID.class,
                projectId());
    }

    private UUID projectId() {
        return jdbc.queryForObject("select id from sales.projects where code = ?", UUID.class, code);
    }

    private Map<String, String> offers() {
        Map<String, String> offers = new HashMap<>();
        for (UnitOffer offer : catalogue.available(projectId(), UnitFilter.ANY)) {
            offers.put(offer.unitNo(), offer.listPrice().formatted());
        }
        return offers;
    }

    private HoldOutcome hold(String number) {
        UUID unit = jdbc.queryForObject(
                "select u.id from sales.units u join sales.buildings b on b.id = u.building_id"
                        + " where b.project_id = ? and u.number = ?",
                UUID.class,
                projectId(),
                number);
        return control.hold(unit, UUID.randomUUID(), "陈晓", clock.instant().plus(Duration.ofHours(2)));
    }

    /** As somebody does it who is master of the database, past every trigger. */
    private void byHand(String statement, Object... arguments) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local session_replication_role = replica");
            assertThat(jdbc.update(statement, arguments)).isPositive();
        });
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.ArrearsOpening;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two sites with people of their own: what stands on one site is tried by the same posts of the other, list by list, id by id and task by
 * task, and the other way round. Whoever works for the company sees both.
 */
class SitesMatrixTest extends JourneyTest {

    private static final String WEN = "bei.wen";
    private static final String JING = "bei.jing";
    private static final String QIAN = "bei.qian";
    private static final String YING = "bei.ying";
    private static final String HELPER = "only.it";
    private static final List<String> ON_SITE =
            List.of(Staff.SALES, Staff.SITE_MANAGER, Staff.FINANCE, Staff.MARKETING, Staff.CUSTOMER_SERVICE);

    /** Lists, narrowed to the other site's project, customer and numbers where they can be. */
    private static final List<String> LISTS = List.of(
            "/",
            "/units",
            "/progress",
            "/progress?project={project}",
            "/progress?q={name}",
            "/receivables",
            "/receivables?project={project}",
            "/receivables?q={name}",
            "/receivables/statistics",
            "/money",
            "/money?q={name}",
            "/money/statements",
            "/reminders?q={name}",
            "/reminders?day={day}",
            "/api/reminders/preview?day={day}",
            "/arrears",
            "/arrears?q={name}",
            "/changes",
            "/changes?q={name}",
            "/documents",
            "/documents?project={project}",
            "/letters",
            "/exports",
            "/import",
            "/api/reception/projects",
            "/api/money/accounts?q={name}",
            "/api/special-prices/sales",
            "/api/sales?q={name}",
            "/api/marketing/plans",
            "/api/marketing/projects");

    private static final List<String> WORKBOOKS = List.of(
            "/progress/export",
            "/progress/export?project={project}",
            "/progress/schedule?project={project}",
            "/receivables/export",
            "/receivables/export?project={project}");

    /** What one gets by an id. */
    private static final List<String> IDS = List.of(
            "/units?project={project}",
            "/units/export?project={project}",
            "/money/{case}",
            "/money/{case}/receipts/{receipt}",
            "/papers/{case}",
            "/papers/intent/{case}",
            "/papers/subscription/{case}",
            "/papers/contract/{case}",
            "/progress/schedule/{case}",
            "/prices/{list}",
            "/arrears/{arrears}",
            "/documents/{document}",
            "/documents/{document}/export",
            "/changes/new?case={case}",
            "/api/changes/proposal?case={case}&kind=RESCHEDULE",
            "/api/changes/units?case={case}",
            "/api/money/accounts/{case}/proposal?item=BALANCE&amount=1");

    /** What only the sale of the one site has, which has come far; the other's is at its deposit. */
    private static final List<String> IDS_OF_A_FRESH_SALE = List.of(
            "/units?project={project}",
            "/units/export?project={project}",
            "/papers/{case}",
            "/papers/intent/{case}",
            "/progress/schedule/{case}",
            "/api/special-prices/check?sale={case}&price=990000&terms=FULL");

    @Autowired
    Sites sites;

    @Autowired
    Staff staff;

    @Autowired
    ArrearsOpening opening;

    @Autowired
    TaskService tasks;

    /** @param people consultant, site manager, cashier and marketing, in this order on both sites */
    private record Side(SalesSite site, List<String> people, String code, String name) {}

    private Side west;
    private Side east;

    @BeforeEach
    void twoSitesWithPeopleOfTheirOwn() {
        identity.clearAuthentication();
        staff.enrol(WEN, "北文", WEN + "@anchang.example", WEN, Staff.SALES);
        staff.enrol(JING, "北京生", JING + "@anchang.example", JING, Staff.SITE_MANAGER);
        staff.enrol(QIAN, "北钱", QIAN + "@anchang.example", QIAN, Staff.FINANCE);
        staff.enrol(YING, "北营", YING + "@anchang.example", YING, Staff.MARKETING);
        staff.enrol(HELPER, "只修", HELPER + "@anchang.example", HELPER, Staff.IT_SUPPORT);
        west = side(List.of(CHEN, MANAGER, CASHIER, MARKETING), "西客");
        east = side(List.of(WEN, JING, QIAN, YING), "东客");
    }

    private Side side(List<String> people, String customer) {
        SalesSite site = site(3);
        String id = site.projectId().toString();
        String project =
                jdbc.queryForObject("select name from sales.projects where id = ?", String.class, site.projectId());
        sites.open(site.projectId(), project);
        ON_SITE.forEach(group -> identity.deleteTenantGroupMembership(id, group));
        people.forEach(person -> identity.createTenantUserMembership(id, person));
        String code = project.substring("楼盘".length());
        return new Side(site, people, code, customer + new StringBuilder(code.toLowerCase()).reverse());
    }

    /** All tests share one application. */
    @AfterEach
    void asIfTheyHadNeverBeen() {
        identity.clearAuthentication();
        for (Side side : List.of(west, east)) {
            identity.deleteTenant(side.site().projectId().toString());
        }
        List.of(WEN, JING, QIAN, YING, HELPER).forEach(identity::deleteUser);
    }

    @Test
    void nothingOfASiteIsSeenOnTheOther() {
        Sale far = new Sale(this, west.site(), CHEN, named(west)).inInstalments();
        Sale fresh = new Sale(this, east.site(), WEN, named(east)).held();
        accepted(fresh.submit(
                QIAN,
                "userTask_collectDeposit",
                SaleForms.money("50000.00", fresh.person().name(), "SN" + UUID.randomUUID(), fresh.today())));
        Change change = Change.asked(
                this, far, CHEN, Map.of("kind", "RETURN_UNIT", "fault", "BUYER", "reason", "客户失业" + west.name()));
        Debt debt = Debt.of(this, far, opening);
        Map<String, String> ofWest = ids(far, change, debt);
        Map<String, String> ofEast = ids(fresh, change, debt);
        SoftAssertions all = new SoftAssertions();

        nothingLeaks(ofWest, west, east, all);
        nothingLeaks(ofEast, east, west, all);
        idsLeadNowhere(IDS, ofWest, west, east, all);
        idsLeadNowhere(IDS_OF_A_FRESH_SALE, ofEast, east, west, all);
        noTaskIsSeen(west, east, List.of(far.key(), change.key(), debt.key()), all);
        noTaskIsSeen(east, west, List.of(fresh.key()), all);
        nothingIsDone(far, debt, all);
        theCompanySeesBoth(far, fresh, all);
        all.assertAll();
    }

    private static Person named(Side side) {
        Person person = Person.unknown();
        return new Person(side.name(), person.phone(), person.idNo(), person.email());
    }

    private Map<String, String> ids(Sale sale, Change change, Debt debt) {
        return Map.of(
                "{case}", sale.key(),
                "{project}", sale.site().projectId().toString(),
                "{name}", sale.person().name(),
                "{day}", sale.today().plusDays(1).toString(),
                "{receipt}",
                        jdbc.queryForObject(
                                "select cast(id as text) from sales.receipts where account_id = ? limit 1",
                                String.class,
                                sale.caseId()),
                "{list}",
                        jdbc.queryForObject(
                                "select cast(id as text) from sales.price_lists where project_id = ?",
                                String.class,
                                sale.site().projectId()),
                "{arrears}", debt.key(),
                "{document}", change.row("document_id"));
    }

    /** Neither the other site's doors nor its customer's name nor its number stand anywhere; on the own site they do. */
    private void nothingLeaks(Map<String, String> ids, Side theirs, Side ours, SoftAssertions all) {
        String no = jdbc.queryForObject(
                "select no from sales.sales_cases where id = ?", String.class, UUID.fromString(ids.get("{case}")));
        int shown = 0;
        for (String list : LISTS) {
            String path = filled(list, ids);
            for (int post = 0; post < ours.people().size(); post++) {
                Answer own = at(theirs.people().get(post)).get(path);
                Answer other = at(ours.people().get(post)).get(path);
                String what = list + " as " + ours.people().get(post);
                all.assertThat(other.status()).as(what).isEqualTo(own.status()).isNotEqualTo(500);
                all.assertThat(other.text())
                        .as(what)
                        .doesNotContain(theirs.code())
                        .doesNotContain(no);
                if (!list.contains("{name}")) {
                    all.assertThat(other.text()).as(what).doesNotContain(theirs.name());
                }
                shown += own.text().contains(theirs.code()) || own.text().contains(no) ? 1 : 0;
            }
        }
        all.assertThat(shown).as("own rows are shown").isGreaterThan(10);
        for (String workbook : WORKBOOKS) {
            String path = filled(workbook, ids);
            for (int post = 0; post < 3; post++) {
                all.assertThat(unzipped(workbook(ours.people().get(post), path)))
                        .as(workbook + " as " + ours.people().get(post))
                        .doesNotContain(theirs.code())
                        .doesNotContain(theirs.name())
                        .doesNotContain(no);
            }
        }
        all.assertThat(unzipped(workbook(theirs.people().get(1), filled(WORKBOOKS.get(1), ids))))
                .contains(theirs.name());
    }

    /** However long it takes to be written. */
    private byte[] workbook(String person, String path) {
        TasklistSession session = at(person);
        String export =
                session.get(path).location().replaceFirst("^http://[^/]+", "").replaceFirst("/file$", "");
        settled(session, export);
        return session.download(export + "/file");
    }

    /** The page once what it tells about is done. */
    private static String settled(TasklistSession session, String path) {
        String page = session.get(path).text();
        for (int i = 0; i < 600 && page.contains("data-reload"); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            page = session.get(path).text();
        }
        return page;
    }

    /** Read from a file: what was written in one stream has its sizes at the end. */
    private static String unzipped(byte[] workbook) {
        try {
            Path file = Files.createTempFile("sites", ".xlsx");
            Files.write(file, workbook);
            StringBuilder text = new StringBuilder();
            try (ZipFile parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    text.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever a post finds by an id on its own site, the same post of the other site does not find. */
    private void idsLeadNowhere(
            List<String> paths, Map<String, String> ids, Side theirs, Side ours, SoftAssertions all) {
        for (String row : paths) {
            String path = filled(row, ids);
            boolean foundByAny = false;
            for (int post = 0; post < ours.people().size(); post++) {
                int own = at(theirs.people().get(post)).get(path).status();
                int other = at(ours.people().get(post)).get(path).status();
                boolean found = own < 400;
                foundByAny |= found;
                all.assertThat(other)
                        .as(row + " as " + ours.people().get(post))
                        .isIn(found ? List.of(404) : List.of(403, 404));
            }
            all.assertThat(foundByAny).as(row + " leads somewhere").isTrue();
        }
    }

    private void noTaskIsSeen(Side theirs, Side ours, List<String> keys, SoftAssertions all) {
        identity.clearAuthentication();
        String tenant = theirs.site().projectId().toString();
        List<Task> open = tasks.createTaskQuery().tenantIdIn(tenant).list();
        all.assertThat(open).as("open tasks").hasSizeGreaterThanOrEqualTo(keys.size());
        for (String key : keys) {
            all.assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(key)
                            .list())
                    .as("instances of " + key)
                    .isNotEmpty()
                    .allSatisfy(instance -> assertThat(instance.getTenantId()).isEqualTo(tenant));
        }
        for (String person : ours.people()) {
            TasklistSession session = at(person);
            keys.forEach(key -> all.assertThat(session.tasksOf(key)).as(person).isEmpty());
            List<String> seen = session.tasks().stream().map(OpenTask::id).toList();
            for (Task task : open) {
                String what = task.getTaskDefinitionKey() + " as " + person;
                all.assertThat(seen).as(what).doesNotContain(task.getId());
                all.assertThat(session.get(TasklistSession.ENGINE + "/task/" + task.getId())
                                .isOk())
                        .as(what)
                        .isFalse();
                all.assertThat(session.get("/api/tasks/" + task.getId() + "/card")
                                .status())
                        .as(what)
                        .isEqualTo(404);
                all.assertThat(session.get("/api/tasks/" + task.getId() + "/document")
                                .status())
                        .as(what)
                        .isEqualTo(404);
                all.assertThat(session.claim(task.getId()).isOk()).as(what).isFalse();
                all.assertThat(session.submitForm(task.getId(), Map.of()).isOk())
                        .as(what)
                        .isFalse();
            }
            all.assertThat(session.get(TasklistSession.ENGINE
                                    + "/variable-instance?variableName=customerName&tenantIdIn=" + tenant)
                            .json())
                    .as(person)
                    .isEmpty();
        }
    }

    /** What somebody of the east sends about the west is turned away, and nothing has changed. */
    private void nothingIsDone(Sale far, Debt debt, SoftAssertions all) {
        String account = far.key();
        all.assertThat(at(JING).post("/api/cases/" + account + "/reveal-phone", Map.of())
                        .status())
                .isEqualTo(404);
        all.assertThat(sent(QIAN, "/money/" + account + "/payments", Map.of()).status())
                .isEqualTo(404);
        sent(
                JING,
                "/reminders/hold",
                Map.of(
                        "account",
                        account,
                        "reason",
                        "x",
                        "until",
                        far.today().plusDays(9).toString()));
        sent(JING, "/arrears/" + debt.key() + "/waivers", Map.of("amount", "1.00", "reason", "x"));
        all.assertThat(jdbc.queryForObject(
                        "select count(*) from sales.reminder_holds where account_id = ?", Integer.class, far.caseId()))
                .isZero();
        all.assertThat(jdbc.queryForObject(
                        "select count(*) from sales.late_fee_waivers where arrears_id = ?", Integer.class, debt.id()))
                .isZero();

        String project = west.site().projectId().toString();
        refused(
                at(WEN).startForm(
                                "sales-case",
                                SaleForms.visit(project, "李四", Person.unknown().phone())),
                "案场");
        all.assertThat(Change.ask(this, far, JING, Map.of("kind", "RETURN_UNIT", "fault", "BUYER"))
                        .status())
                .isEqualTo(422);
        Map<String, Object> money = Map.of(
                "account", account,
                "item", "INSTALMENT",
                "amount", "1000.00",
                "method", "TRANSFER",
                "payer", "李四",
                "bankSerial", "SN" + UUID.randomUUID(),
                "paidOn", far.today().toString());
        all.assertThat(at(QIAN).startForm("payment-registration", money).status())
                .isEqualTo(422);
        all.assertThat(at(CASHIER).startForm("payment-registration", money).isOk())
                .isTrue();
        all.assertThat(at(YING).startForm(
                                "promotion-plan",
                                Map.of(
                                        "projectId",
                                        project,
                                        "stage",
                                        "开盘",
                                        "startsOn",
                                        far.today().toString(),
                                        "endsOn",
                                        far.today().plusDays(30).toString()))
                        .status())
                .isEqualTo(422);
        byte[] plans = workbook(MANAGER, "/progress/export?project=" + project);
        all.assertThat(imported(JING, plans)).contains("没有").doesNotContain(west.name());
    }

    /** The page of the import once it is checked. */
    private String imported(String person, byte[] file) {
        TasklistSession session = at(person);
        Answer up =
                session.upload("/import/sales-progress", session.get("/import").text(), "file", "progress.xlsx", file);
        return settled(session, up.location().replaceFirst("^http://[^/]+", ""));
    }

    private Answer sent(String person, String path, Map<String, String> fields) {
        return at(person).form(path, at(person).get("/units").text(), fields);
    }

    private void theCompanySeesBoth(Sale far, Sale fresh, SoftAssertions all) {
        for (Sale sale : List.of(far, fresh)) {
            for (String person : List.of(GENERAL_MANAGER, DIRECTOR)) {
                all.assertThat(at(person)
                                .get("/progress?project=" + sale.site().projectId())
                                .text())
                        .as(person)
                        .contains(sale.person().name());
                all.assertThat(at(person).get("/papers/" + sale.caseId()).status())
                        .as(person)
                        .isEqualTo(200);
            }
            all.assertThat(at(GENERAL_MANAGER)
                            .get(TasklistSession.ENGINE + "/process-instance?businessKey=" + sale.key())
                            .json())
                    .isNotEmpty();
        }
    }

    private static String filled(String path, Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            String value = id.getKey().equals("{name}")
                    ? java.net.URLEncoder.encode(id.getValue(), StandardCharsets.UTF_8)
                    : id.getValue();
            filled = filled.replace(id.getKey(), value);
        }
        return filled;
    }

    @Test
    void whoWasTakenOutStaysOutAndWhoWasPutInIsInAtOnce() {
        UUID project = east.site().projectId();
        assertThat(sites.isOpenTo(CHEN, project)).isFalse();
        assertThat(at(CHEN).get("/units?project=" + project).status()).isEqualTo(404);

        sites.open(project, "again");
        assertThat(sites.isOpenTo(CHEN, project)).isFalse();
        assertThat(sites.isOpenTo(GENERAL_MANAGER, project)).isTrue();

        TasklistSession chen = at(CHEN);
        Sale sale = new Sale(this, east.site(), WEN, named(east)).visited();
        assertThat(chen.tasksOf(sale.key())).isEmpty();
        Answer in = at(HELPER).put(TasklistSession.ENGINE + "/tenant/" + project + "/user-members/" + CHEN, Map.of());
        assertThat(in.isOk()).as(in.text()).isTrue();
        assertThat(chen.get("/units?project=" + project).status()).isEqualTo(200);
        refused(chen.startForm("sales-case", Map.of("projectId", project.toString())), "表单");

        assertThat(at(HELPER)
                        .delete(TasklistSession.ENGINE + "/tenant/" + project + "/user-members/" + CHEN)
                        .isOk())
                .isTrue();
        assertThat(chen.get("/units?project=" + project).status()).isEqualTo(404);
        refused(chen.startForm("sales-case", Map.of("projectId", project.toString())), "案场");
    }

    @Test
    void technicalSupportSaysWhoWorksOnASiteAndNothingElse() {
        TasklistSession helper = at(HELPER);
        String group = TasklistSession.ENGINE + "/tenant/" + west.site().projectId() + "/group-members/" + Staff.DESIGN;

        assertThat(helper.get("/camunda/app/admin/default/").status()).isEqualTo(200);
        assertThat(helper.get(TasklistSession.ENGINE + "/tenant").text())
                .contains(west.site().projectId().toString())
                .contains(east.code());
        assertThat(helper.delete(group).isOk()).isTrue();
        assertThat(helper.put(group, Map.of()).isOk()).isTrue();

        assertThat(helper.post(TasklistSession.ENGINE + "/tenant/create", Map.of("id", "x", "name", "x"))
                        .isOk())
                .isFalse();
        assertThat(helper.delete(TasklistSession.ENGINE + "/tenant/"
                                + west.site().projectId())
                        .isOk())
                .isFalse();
        assertThat(helper.put(TasklistSession.ENGINE + "/group/management/members/" + HELPER, Map.of())
                        .isOk())
                .isFalse();
        assertThat(at(MANAGER)
                        .put(
                                TasklistSession.ENGINE + "/tenant/"
                                        + east.site().projectId() + "/user-members/" + MANAGER,
                                Map.of())
                        .isOk())
                .isFalse();
    }
}

package cn.anchang.endurance;

import cn.anchang.AnchangApplication;
import cn.anchang.customer.PersonalData;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TestClock;
import cn.anchang.testing.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How long the pages take while 32 people look at them at once, beside a page of the same application that always says the same, and
 * how that grows from a tenth of the data to all of it: 50,000 customers, 20,000 units, 10,000 sales, 60,000 instalments and 30,000
 * open tasks; on PostgreSQL. Everybody asks again at once when answered, so times are mostly those of waiting for the others.
 *
 * <p>A program, not a test: {@code tools/bench-pages.sh}. Its last line is one JSON object. Arguments, if any, are the pages looked at.
 */
public final class PagesBench {

    private static final int SALES = 10_000;
    private static final int PEOPLE = 32;
    private static final long ENOUGH_MILLIS = 2_500;
    private static final int LEAST_REQUESTS = 3;

    /** So many requests may fail before they reach the application; they are said and not counted. */
    private static final int MOST_UNCONNECTED = 20;

    /** The day of the month it is, so that a month has something to count. */
    private static final int LATE_IN_A_MONTH = 20;

    private static final double MOST_TIMES_CONSTANT = 10;
    private static final double MOST_TIMES_TENTH = 1.5;

    private static final String CONSTANT = "/bench/constant";
    private static final String FILTERS = TasklistSession.ENGINE + "/filter";

    /** What is measured: {@code look} opens it once. */
    private record Page(String name, boolean forConsultants, Look look) {}

    @FunctionalInterface
    private interface Look {

        Answer by(TasklistSession person, int turn);
    }

    private record Times(double p50, double p95, int requests) {}

    /** A page in the frame of all pages, and nothing on it. */
    @TestComponent
    @Controller
    static final class ConstantPage {

        @GetMapping(CONSTANT)
        String page() {
            return "bench/constant";
        }
    }

    private final ConfigurableApplicationContext application;
    private final JdbcTemplate database;
    private final LocalDate today;
    private final int port;
    private final List<String> only;
    private final ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE);
    private final List<TasklistSession> managers = new ArrayList<>();
    private final List<TasklistSession> consultants = new ArrayList<>();
    private final Map<String, Map<String, Times>> measured = new LinkedHashMap<>();
    private final Map<String, Object> seconds = new LinkedHashMap<>();
    private final AtomicInteger unconnected = new AtomicInteger();
    private Map<String, String> filters = Map.of();

    private PagesBench(ConfigurableApplicationContext application, List<String> only) {
        TestClock clock = application.getBean(TestClock.class);
        clock.moveTo(clock.instant()
                .atZone(clock.getZone())
                .withDayOfMonth(LATE_IN_A_MONTH)
                .withHour(10)
                .toInstant());
        this.application = application;
        this.database = application.getBean(JdbcTemplate.class);
        this.today = LocalDate.now(application.getBean(TestClock.class));
        this.port = Integer.parseInt(application.getEnvironment().getProperty("local.server.port", "0"));
        this.only = only;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        AnchangApplication.class, TestDatabase.class, ConstantPage.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN",
                        "--anchang.secret-key=YmVuY2gta2V5LW9ubHktZm9yLXRoZS1iZW5jaG1hcms=",
                        "--anchang.admin.user=bench.admin",
                        "--anchang.admin.password=bench.admin.password")) {
            PagesBench bench = new PagesBench(application, List.of(arguments));
            bench.run();
            System.out.println(new ObjectMapper().writeValueAsString(bench.results()));
        }
        System.exit(0);
    }

    private void run() throws Exception {
        people();
        OpenWork work = new OpenWork(
                application.getBean(ProcessEngine.class),
                application.getBean(TestClock.class).instant());
        grow("tenth", work, 1, SALES / 10);
        measure("tenth", SALES / 10);
        grow("all", work, SALES / 10 + 1, SALES);
        measure("all", SALES);
        crowd.shutdown();
    }

    /** Half of those who look are consultants, who see their own, and half see everything. */
    private void people() {
        Staff staff = application.getBean(Staff.class);
        for (int i = 0; i < SitesAtWork.CONSULTANTS; i++) {
            staff.enrol(SitesAtWork.consultant(i), "顾问" + i, null, SitesAtWork.consultant(i), Staff.SALES);
        }
        for (int i = 0; i < PEOPLE; i++) {
            staff.enrol("bench.manager" + i, "经理" + i, null, "bench.manager" + i, Staff.SITE_MANAGER);
            managers.add(TasklistSession.of(port, "bench.manager" + i));
            consultants.add(TasklistSession.of(port, SitesAtWork.consultant(i)));
        }
    }

    private void grow(String size, OpenWork work, int from, int to) throws Exception {
        long begun = System.nanoTime();
        try (Connection connection = application.getBean(DataSource.class).getConnection()) {
            new SitesAtWork(connection, application.getBean(PersonalData.class), today).grow(from, to);
        }
        seconds.put("seconds_to_fill_" + size, (System.nanoTime() - begun) / 1e9);
        begun = System.nanoTime();
        Sites sites = application.getBean(Sites.class);
        for (int p = (from - 1) / SitesAtWork.SALES_A_PROJECT + 1; p <= to / SitesAtWork.SALES_A_PROJECT; p++) {
            sites.open(SitesAtWork.project(p), "云栖" + p + "期");
        }
        work.open(from, to);
        database.execute("vacuum analyze");
        seconds.put("seconds_to_open_tasks_" + size, (System.nanoTime() - begun) / 1e9);
        System.err.println(size + " " + seconds);
    }

    // ---- what is looked at

    private List<Page> pages(int sales) {
        List<Page> pages = new ArrayList<>();
        pages.add(page("home", "/"));
        pages.add(page("units", "/units"));
        pages.add(page(
                "units_of_a_building", "/units?project=" + SitesAtWork.project(1) + "&building=3%E5%8F%B7%E6%A5%BC"));
        pages.add(page("unit_panel", turn -> "/units/" + unit(turn, sales) + "/panel"));
        pages.add(page("unit_changes", "/units/changes?project=" + SitesAtWork.project(1) + "&after=" + position()));
        pages.add(page("sales", "/sales"));
        pages.add(page("sales_found", turn -> "/sales?q=" + encoded(name(turn))));
        pages.add(managersPage("sale", turn -> "/sales/" + SitesAtWork.sale(some(turn, sales))));
        pages.add(page("search_by_name", turn -> "/search?q=" + encoded(name(turn))));
        pages.add(page("search_by_unit", turn -> "/search?q=2-" + (turn % 20 + 1) + "0"));
        pages.add(page("customers", "/customers"));
        pages.add(page("customers_found", turn -> "/customers?q=" + encoded(name(turn))));
        pages.add(page("customers_filtered", "/customers?grade=A&channel=ONLINE&sort=NAME"));
        pages.add(managersPage("customer", turn -> "/customers/" + customer(turn, sales)));
        pages.add(managersPage("duplicates", turn -> "/customers/duplicates"));
        pages.add(page("progress", "/progress"));
        pages.add(page("progress_late", "/progress?risk=LATE"));
        pages.add(page("changes", "/changes"));
        pages.add(page("receivables", "/receivables"));
        pages.add(page("receivables_overdue", "/receivables?status=OVERDUE"));
        pages.add(page("statistics", "/receivables/statistics"));
        pages.add(managersPage("letters_about_tomorrow", turn -> "/receivables/letters"));
        pages.add(managersPage("reminders", turn -> "/reminders"));
        pages.add(page("arrears", "/arrears"));
        pages.add(managersPage("money", turn -> "/money"));
        pages.add(managersPage("money_of_a_sale", turn -> "/money/" + SitesAtWork.sale(some(turn, sales))));
        pages.add(managersPage("targets", turn -> "/targets"));
        pages.add(page("funnel_of_90_days", "/funnel"));
        pages.add(page("funnel_of_a_year", "/funnel?period=YEAR"));
        pages.add(page("funnel_of_all", "/funnel?period=ALL"));
        pages.add(page("funnel_rows", "/funnel/rows?step=INTENT&period=YEAR"));
        pages.add(page("reports", "/reports"));
        pages.add(page("exports", "/exports"));
        pages.add(page("documents", "/documents"));
        pages.add(managersPage("letters", turn -> "/letters"));
        pages.add(managersPage("import", turn -> "/import"));
        pages.add(new Page(
                "tasklist_filters",
                true,
                (person, turn) ->
                        person.get(FILTERS + "?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task")));
        filters.forEach((name, id) -> {
            pages.add(new Page(
                    "tasklist_count_" + name, true, (person, turn) -> person.get(FILTERS + "/" + id + "/count")));
            pages.add(new Page(
                    "tasklist_list_" + name,
                    true,
                    (person, turn) -> person.list(
                            FILTERS + "/" + id + "/list?firstResult=0&maxResults=15",
                            Map.of("sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc"))))));
        });
        return pages.stream()
                .filter(page -> only.isEmpty() || only.stream().anyMatch(page.name()::startsWith))
                .toList();
    }

    private static Page page(String name, String path) {
        return page(name, turn -> path);
    }

    private static Page page(String name, Function<Integer, String> path) {
        return new Page(name, true, (person, turn) -> person.get(path.apply(turn)));
    }

    private static Page managersPage(String name, Function<Integer, String> path) {
        return new Page(name, false, (person, turn) -> person.get(path.apply(turn)));
    }

    private static int some(int turn, int sales) {
        return (int) (turn * 7919L % sales) + 1;
    }

    private static String customer(int turn, int sales) {
        return database("customer-" + (some(turn, sales) * SitesAtWork.CUSTOMERS_A_SALE - 4));
    }

    private static String unit(int turn, int sales) {
        return database("unit-" + ((some(turn, sales) - 1) * SitesAtWork.UNITS_A_SALE));
    }

    private static String database(String name) {
        return SitesAtWork.named("bench-" + name).toString();
    }

    /** The beginning of a name that many have at either size. */
    private static String name(int turn) {
        return "赵钱孙李周吴郑王冯陈".charAt(turn % 10) + "" + "子雨思欣嘉浩宇泽晨明".charAt(turn / 10 % 10);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private long position() {
        return database.queryForObject("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);
    }

    // ---- measuring

    private void measure(String size, int sales) throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> names = List.of("mine", "department", "due_soon", "overdue", "all");
        for (JsonNode filter :
                managers.get(0).get(FILTERS + "?resourceType=Task").json()) {
            int place = filter.path("properties").path("priority").asInt() / 10;
            found.put(names.get(place), filter.path("id").asText());
        }
        filters = found;
        Page constant = page("constant", CONSTANT);
        List<Double> constants = new ArrayList<>(times(constant, false));
        int done = 0;
        for (Page page : pages(sales)) {
            times(page, true);
            put(page.name(), size, times(page, false));
            if (++done % 5 == 0) {
                constants.addAll(times(constant, false));
            }
        }
        put("constant", size, constants);
    }

    private void put(String page, String size, List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Times of = new Times(
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.95))],
                sorted.length);
        measured.computeIfAbsent(page, name -> new LinkedHashMap<>()).put(size, of);
        System.err.printf("%-6s %-28s p50 %7.1f  p95 %7.1f  of %d%n", size, page, of.p50(), of.p95(), of.requests());
    }

    /** @param once a few requests only, so that what is measured afterwards is warm */
    private List<Double> times(Page page, boolean once) throws Exception {
        CyclicBarrier together = new CyclicBarrier(PEOPLE);
        List<Future<List<Double>>> parts = IntStream.range(0, PEOPLE)
                .mapToObj(i -> crowd.submit(() -> {
                    TasklistSession person = page.forConsultants() && i % 2 == 0 ? consultants.get(i) : managers.get(i);
                    List<Double> times = new ArrayList<>();
                    together.await();
                    long begun = System.nanoTime();
                    for (int turn = 0;
                            once
                                    ? turn < 2
                                    : turn < LEAST_REQUESTS || System.nanoTime() - begun < ENOUGH_MILLIS * 1_000_000;
                            turn++) {
                        long asked = System.nanoTime();
                        Answer answer;
                        try {
                            answer = page.look().by(person, turn * PEOPLE + i);
                        } catch (UncheckedIOException e) {
                            if (unconnected.incrementAndGet() > MOST_UNCONNECTED) {
                                throw e;
                            }
                            continue;
                        }
                        times.add((System.nanoTime() - asked) / 1e6);
                        if (!answer.isOk() && answer.status() != 302) {
                            throw new IllegalStateException(page.name() + " for " + person.userId() + ": "
                                    + answer.status() + " " + answer.text());
                        }
                    }
                    return times;
                }))
                .toList();
        List<Double> all = new ArrayList<>();
        for (Future<List<Double>> part : parts) {
            all.addAll(part.get());
        }
        return all;
    }

    // ---- what came of it

    private Map<String, Object> results() {
        Map<String, Object> results = new LinkedHashMap<>(seconds);
        for (String table : List.of("customers", "units", "sales_cases", "sales_contracts", "instalments")) {
            results.put(table, database.queryForObject("select count(*) from sales." + table, Long.class));
        }
        results.put(
                "open_tasks",
                application
                        .getBean(org.camunda.bpm.engine.TaskService.class)
                        .createTaskQuery()
                        .count());
        results.put("requests_without_connection", unconnected.get());
        Map<String, Times> constant = measured.remove("constant");
        results.put(
                "constant",
                Map.of(
                        "p50_ms",
                        rounded(constant.get("all").p50()),
                        "p95_ms",
                        rounded(constant.get("all").p95()),
                        "p95_ms_at_a_tenth",
                        rounded(constant.get("tenth").p95())));
        Map<String, Object> pages = new LinkedHashMap<>();
        List<String> missedConstant = new ArrayList<>();
        List<String> missedTenth = new ArrayList<>();
        measured.forEach((name, sizes) -> {
            Times all = sizes.get("all");
            double toConstant = all.p95() / constant.get("all").p95();
            double toTenth = all.p95() / sizes.get("tenth").p95();
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("p50_ms", rounded(all.p50()));
            page.put("p95_ms", rounded(all.p95()));
            page.put("p95_ms_at_a_tenth", rounded(sizes.get("tenth").p95()));
            page.put("to_constant", rounded(toConstant));
            page.put("to_tenth", rounded(toTenth));
            page.put("reached", Arrays.asList(toConstant <= MOST_TIMES_CONSTANT, toTenth <= MOST_TIMES_TENTH));
            pages.put(name, page);
            if (toConstant > MOST_TIMES_CONSTANT) {
                missedConstant.add(name);
            }
            if (toTenth > MOST_TIMES_TENTH) {
                missedTenth.add(name);
            }
        });
        results.put("pages", pages);
        results.put("above_10_times_the_constant_page", missedConstant);
        results.put("above_1.5_times_itself_at_a_tenth", missedTenth);
        results.put("reached", missedConstant.isEmpty() && missedTenth.isEmpty());
        return results;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

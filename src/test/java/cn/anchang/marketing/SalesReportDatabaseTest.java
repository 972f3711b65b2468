package cn.anchang.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Period;
import cn.anchang.testing.DatabaseTest;
import cn.anchang.testing.TestClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself keeps of sales reports: one for each site and period, and what was said stays said. */
@DatabaseTest
@Import({ReportSites.class, cn.anchang.customer.VisitFigures.class})
class SalesReportDatabaseTest {

    private static final Period MONDAY = ReportKind.DAY.around(LocalDate.of(2026, 11, 23));

    @Autowired
    SalesReports reports;

    @Autowired
    ReportCorrections corrections;

    @Autowired
    ReportSites sites;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private UUID project;

    @BeforeEach
    void aSite() {
        String code = ThreadLocalRandom.current()
                .ints(6, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        UUID region = UUID.randomUUID();
        project = UUID.randomUUID();
        jdbc.update("insert into sales.regions (id, name, version) values (?, ?, 0)", region, "大区" + code);
        jdbc.update(
                "insert into sales.projects (id, region_id, name, code, city, version) values (?, ?, ?, ?, '杭州', 0)",
                project,
                region,
                "楼盘" + code,
                code);
    }

    @Test
    void twoNodesInTheSameNightOpenOneReport() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch midnight = new CountDownLatch(1);
            List<Future<Integer>> opened = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                Callable<Integer> night = () -> {
                    midnight.await();
                    return open(MONDAY);
                };
                opened.add(nodes.submit(night));
            }
            midnight.countDown();
            int sum = 0;
            for (Future<Integer> node : opened) {
                sum += node.get();
            }
            assertThat(sum).isOne();
        } finally {
            nodes.shutdownNow();
        }
        assertThat(reports.of(project, ReportKind.DAY, MONDAY)).isPresent();
        assertThat(open(ReportKind.DAY.after(MONDAY)))
                .as("the next day is another")
                .isOne();
    }

    @Test
    void theFirstSubmissionStands() {
        SalesReport report = submitted(Instant.parse("2026-11-24T01:30:01Z"));
        assertThat(report.onTime()).isFalse();
        assertThat(report.minutesLate()).as("a begun minute counts").isOne();

        transaction.executeWithoutResult(status -> reports.locked(report.id())
                .orElseThrow()
                .submitted(report.submittedVersion(), Instant.parse("2026-11-25T00:00:00Z")));
        assertThat(reports.findById(report.id()).orElseThrow().firstSubmittedAt())
                .isEqualTo(Instant.parse("2026-11-24T01:30:01Z"));
        assertThatThrownBy(() -> jdbc.update(
                        "update sales.sales_reports set on_time = true, minutes_late = null where id = ?", report.id()))
                .hasMessageContaining("the first submission stands");
    }

    @Test
    void atItsVeryMinuteAReportIsOnTime() {
        SalesReport report = submitted(Instant.parse("2026-11-24T01:30:00Z"));
        assertThat(report.onTime()).isTrue();
        assertThat(report.minutesLate()).isNull();
    }

    @Test
    void aCorrectionIsToldOnceAndNeverChanged() {
        SalesReport first = submitted(Instant.parse("2026-11-24T01:00:00Z"));
        transaction.executeWithoutResult(status -> corrections.save(new ReportCorrection(
                first.id(), first.submittedVersion(), ReportMetric.RECEIPTS, "5.00", "4.00", clock.instant())));
        open(ReportKind.DAY.after(MONDAY));
        open(ReportKind.WEEK.around(LocalDate.of(2026, 11, 23)), ReportKind.WEEK);
        SalesReport next = reports.of(project, ReportKind.DAY, ReportKind.DAY.after(MONDAY))
                .orElseThrow();
        assertThat(corrections.toTellIn(next.id(), project, ReportKind.DAY)).hasSize(1);
        assertThat(corrections.toTellIn(next.id(), project, ReportKind.WEEK))
                .as("a week's report tells of weeks")
                .isEmpty();

        transaction.executeWithoutResult(status ->
                corrections.toTellIn(next.id(), project, ReportKind.DAY).forEach(line -> line.isReportedIn(next.id())));

        assertThat(corrections.toTellIn(next.id(), project, ReportKind.DAY))
                .as("again in the same report when it comes back")
                .hasSize(1);
        assertThat(corrections.toTellIn(first.id(), project, ReportKind.DAY)).isEmpty();
        assertThatThrownBy(() -> jdbc.update(
                        "update sales.report_corrections set became = '5.00' where report_id = ?", first.id()))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.update("delete from sales.report_corrections where report_id = ?", first.id()))
                .hasMessageContaining("never changed");
    }

    @Test
    void aSiteReportsFromItsFirstVisitorOnButNotFromBeforeTheInstallation() {
        assertThat(sites.reportsSince(project)).isEmpty();
        LocalDate installed = jdbc.queryForObject("select installed_on from sales.report_beginning", LocalDate.class);

        visited(installed.minusYears(3));
        assertThat(sites.reportsSince(project)).contains(installed);
        visited(installed.minusYears(4));
        assertThat(sites.reportsSince(project)).as("fixed once").contains(installed);

        aSite();
        visited(installed.plusDays(10));
        assertThat(sites.reportsSince(project)).contains(installed.plusDays(10));
    }

    private void visited(LocalDate day) {
        UUID customer = UUID.randomUUID();
        jdbc.update(
                "insert into sales.customers (id, no, name, kind, phone, channel, state, created_at, version)"
                        + " values (?, ?, '何九', 'PERSON', ?, 'WALK_IN', 'VISITED', now(), 0)",
                customer,
                "KH-" + customer.toString().substring(0, 8),
                customer.toString().substring(0, 20));
        jdbc.update(
                "insert into sales.visits (id, customer_id, project_id, consultant, channel, party_size, first_visit,"
                        + " visited_at, version) values (?, ?, ?, 'chen.xiao', 'WALK_IN', 1, true, ?, 0)",
                UUID.randomUUID(),
                customer,
                project,
                Timestamp.from(day.atTime(12, 0).atZone(clock.getZone()).toInstant()));
    }

    private int open(Period period) {
        return open(period, ReportKind.DAY);
    }

    private int open(Period period, ReportKind kind) {
        return transaction.execute(status -> reports.open(
                UUID.randomUUID(),
                project,
                kind.name(),
                period.from(),
                period.to(),
                "报告",
                clock.instant(),
                null,
                Instant.parse("2026-11-24T01:30:00Z"),
                false));
    }

    private SalesReport submitted(Instant at) {
        open(MONDAY);
        UUID document = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        jdbc.update(
                "insert into sales.controlled_documents (id, kind, no, title, opened_by, opened_at, version)"
                        + " values (?, 'sales-report', ?, '报告', 'zhao.ming', now(), 0)",
                document,
                "BB-" + document.toString().substring(0, 12));
        jdbc.update(
                "insert into sales.document_versions (id, document_id, number, state, state_at, content, prepared_by,"
                        + " prepared_at, version) values (?, ?, 1, 'DRAFT', now(), '{}', 'zhao.ming', now(), 0)",
                version,
                document);
        UUID id = reports.of(project, ReportKind.DAY, MONDAY).orElseThrow().id();
        transaction.executeWithoutResult(status -> {
            SalesReport report = reports.locked(id).orElseThrow();
            report.isKeptAs(document);
            report.submitted(version, at);
        });
        return reports.findById(id).orElseThrow();
    }
}

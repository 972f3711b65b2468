package cn.anchang.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.LedgerCheck;
import cn.anchang.endurance.SaleJudges;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** A story of five weeks, told in an application of its own, whose clock is the story's. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "spring.jmx.enabled=false",
            "anchang.sample.story-days=35",
            "anchang.sample.story-patience=10m",
            "anchang.mail.every=1h"
        })
@ActiveProfiles({"sample", "test"})
@Import(SampleStoryTest.OwnDatabase.class)
@DirtiesContext
class SampleStoryTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnDatabase {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres storyPostgres() throws IOException {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        }

        @Bean
        JdbcConnectionDetails storyConnection(EmbeddedPostgres server) {
            return new LocalPostgres(server.getJdbcUrl("postgres", "postgres"));
        }
    }

    private static long engineBefore;
    private static boolean engineStood;

    @Autowired
    SampleStory story;

    @Autowired
    StoryBook book;

    @Autowired
    StoryClock clock;

    @Autowired
    LedgerCheck ledgerCheck;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    /** Other tests make the engine's time stand still, for the whole process. */
    @BeforeAll
    static void rememberTheEnginesTime() throws InterruptedException {
        engineBefore = ClockUtil.now().getTime();
        Thread.sleep(20);
        engineStood = ClockUtil.now().getTime() == engineBefore;
    }

    @AfterAll
    static void giveTheEngineItsTimeBack() {
        if (engineStood) {
            ClockUtil.setCurrentTime(new Date(engineBefore));
        } else {
            ClockUtil.reset();
        }
    }

    @Test
    void leadsUpToThisMomentWithEveryRuleKept() {
        assertThat(book.progress())
                .hasValueSatisfying(progress -> assertThat(progress.isOver()).isTrue());
        assertThat(story.troubles()).isEmpty();
        assertThat(SaleJudges.violations(jdbc)).isEmpty();
        assertThat(ledgerCheck.check("he.yun")).as("books that differ").isZero();

        Map<String, Object> figures = jdbc.queryForMap("""
                select (select count(*) from sales.visits) as visits,
                       (select count(distinct terms) from sales.subscriptions) as terms,
                       (select count(*) from sales.sales_contracts) as contracts,
                       (select count(*) from sales.sales_cases where state = 'LOST') as lost,
                       (select count(*) from sales.sales_cases where state = 'HOLDING') as holding,
                       (select count(*) from sales.letters where state = 'SENT') as letters,
                       (select count(*) from sales.units where state = 'AVAILABLE') as available,
                       (select count(*) from sales.targets where month = date_trunc('month', now())) as targets""");
        assertThat(figures.values())
                .allSatisfy(number -> assertThat((Long) number).isPositive());
        assertThat((Long) figures.get("visits")).isGreaterThan(30);
        assertThat((Long) figures.get("contracts")).isGreaterThan(3);
        assertThat((Long) figures.get("holding")).isEqualTo(2);

        Instant now = Instant.now();
        assertThat(jdbc.queryForObject("select min(opened_at) from sales.sales_cases", java.sql.Timestamp.class)
                        .toInstant())
                .isBefore(now.minus(Duration.ofDays(30)));
        assertThat(jdbc.queryForObject("select max(opened_at) from sales.sales_cases", java.sql.Timestamp.class)
                        .toInstant())
                .isBefore(now);
        assertThat(tasks.createTaskQuery()
                        .dueBefore(Date.from(now.minus(Duration.ofDays(2))))
                        .list())
                .as("no task is long overdue")
                .isEmpty();
        assertThat(clock.instant())
                .as("everybody else is in the present")
                .isBetween(now.minusSeconds(5), Instant.now());
        assertThat(Math.abs(ClockUtil.now().getTime() - now.toEpochMilli())).isLessThan(5000);
    }

    @Test
    void isToldOnce() throws InterruptedException {
        List<Map<String, Object>> cases = jdbc.queryForList("select id, state from sales.sales_cases order by id");

        story.run(new DefaultApplicationArguments());

        assertThat(jdbc.queryForList("select id, state from sales.sales_cases order by id"))
                .isEqualTo(cases);
    }

    @Test
    void theSameDaysHaveTheSameVisitors() {
        Instant begin = LocalDate.of(2026, 7, 1).atStartOfDay(clock.getZone()).toInstant();
        Instant end = begin.plus(Duration.ofDays(140));

        List<Visitor> visitors = Visitors.between(begin, end, clock.getZone());

        assertThat(visitors).isEqualTo(Visitors.between(begin, end, clock.getZone()));
        assertThat(visitors).hasSizeBetween(130, 190).extracting(Visitor::phone).doesNotHaveDuplicates();
        assertThat(visitors).allSatisfy(visitor -> assertThat(visitor.comes()).isBetween(begin, end));
    }
}

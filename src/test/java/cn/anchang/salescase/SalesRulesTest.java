package cn.anchang.salescase;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.customer.FollowUpRhythm;
import cn.anchang.customer.Grade;
import cn.anchang.shared.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** The numbers that are shipped, and the moments they come to. */
class SalesRulesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void theShippedNumbersAreThoseOfTheRules() throws Exception {
        SalesRules rules = shipped();

        assertThat(rules.signing()).isEqualTo(new SalesRules.Signing(7, 5, 7, 8, 7, 14, 90));
        assertThat(rules.filing()).isEqualTo(new SalesRules.Filing(30, 20));
        assertThat(rules.subscription()).isEqualTo(new SalesRules.AfterDeposit(Duration.ofDays(1), Duration.ofDays(2)));
        assertThat(rules.followUp().days(Grade.A)).isEqualTo(7);
        assertThat(rules.followUp().days(Grade.B)).isEqualTo(14);
        assertThat(rules.followUp().days(Grade.C)).isEqualTo(30);
    }

    @Test
    void aCustomerWithoutGradeIsSeenAgainWithinTheLongestRhythm() {
        FollowUpRhythm rhythm = new FollowUpRhythm(Map.of(Grade.A, 7, Grade.C, 30));

        assertThat(rhythm.days(null)).isEqualTo(30);
        assertThat(rhythm.days(Grade.D)).isEqualTo(30);
    }

    @Test
    void daysEndAndMorningsBeginInTheSitesTimeZone() throws Exception {
        Deadlines deadlines = new Deadlines(shipped(), new Site("云栖", SHANGHAI), Clock.fixed(NOW, ZoneId.of("UTC")));
        LocalDate day = LocalDate.of(2026, 11, 30);

        assertThat(deadlines.today()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(deadlines.morningOf(day)).isEqualTo(Instant.parse("2026-11-30T01:00:00Z"));
        assertThat(deadlines.endOf(day)).isEqualTo(Instant.parse("2026-11-30T15:59:00Z"));
        assertThat(deadlines.missed(day)).isEqualTo(Instant.parse("2026-12-01T01:00:00Z"));
    }

    @Test
    void aNearDeadlineIsRemindedHalfWayAndAFarOneADayBefore() throws Exception {
        Deadlines deadlines = new Deadlines(shipped(), new Site("云栖", SHANGHAI), Clock.fixed(NOW, ZoneId.of("UTC")));

        assertThat(deadlines.remindBefore(NOW.plus(Duration.ofDays(1)))).isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(deadlines.remindBefore(NOW.plus(Duration.ofDays(5)))).isEqualTo(NOW.plus(Duration.ofDays(4)));
    }

    private static SalesRules shipped() throws Exception {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("config/application.yaml"))
                .forEach(sources::addLast);
        return new Binder(
                        org.springframework.boot.context.properties.source.ConfigurationPropertySources.from(sources),
                        new org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver(
                                sources))
                .bind("anchang.rules", SalesRules.class)
                .get();
    }
}

package cn.anchang.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R26: which reports are there by now, and until when. */
class ReportRhythmTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime HALF_PAST_NINE = LocalTime.of(9, 30);
    static final ReportSettings SETTINGS = new ReportSettings(
            LocalTime.of(0, 30),
            Map.of(
                    ReportKind.DAY, new ReportSettings.Due(1, HALF_PAST_NINE),
                    ReportKind.WEEK, new ReportSettings.Due(1, HALF_PAST_NINE),
                    ReportKind.MONTH, new ReportSettings.Due(2, HALF_PAST_NINE)),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Map.of(ReportKind.DAY, 5, ReportKind.WEEK, 2, ReportKind.MONTH, 1),
            100);

    @ParameterizedTest
    @CsvSource({
        "DAY,   2026-11-22, 2026-11-22, 2026-11-22, 2026-11-23T09:30",
        "WEEK,  2026-11-16, 2026-11-16, 2026-11-22, 2026-11-23T09:30",
        "WEEK,  2026-11-22, 2026-11-16, 2026-11-22, 2026-11-23T09:30",
        "WEEK,  2027-01-01, 2026-12-28, 2027-01-03, 2027-01-04T09:30",
        "MONTH, 2026-02-10, 2026-02-01, 2026-02-28, 2026-03-02T09:30",
        "MONTH, 2026-12-31, 2026-12-01, 2026-12-31, 2027-01-02T09:30"
    })
    void eachKindHasItsPeriodAndItsHour(
            ReportKind kind, LocalDate day, LocalDate from, LocalDate to, java.time.LocalDateTime due) {
        Period period = kind.around(day);
        assertThat(period).isEqualTo(new Period(from, to));
        assertThat(at("2026-01-01T00:00:00Z").due(kind, period))
                .isEqualTo(due.atZone(SHANGHAI).toInstant());
        assertThat(kind.before(kind.after(period))).isEqualTo(period);
    }

    @Test
    void daysEndAtTheSitesMidnightAndNotTheServers() {
        ReportRhythm beforeMidnight = at("2026-11-23T15:59:59Z");
        ReportRhythm afterMidnight = at("2026-11-23T16:00:00Z");
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThat(beforeMidnight.ended(ReportKind.DAY, monday)).isEmpty();
        assertThat(afterMidnight.ended(ReportKind.DAY, monday)).containsExactly(new Period(monday, monday));
    }

    @Test
    void whatHasEndedIsCaughtUpTheEarliestFirstAndNotForEver() {
        ReportRhythm tuesday = at("2026-12-01T02:00:00Z");
        assertThat(tuesday.ended(ReportKind.DAY, LocalDate.of(2026, 11, 29))).containsExactly(day(29), day(30));
        assertThat(tuesday.ended(ReportKind.DAY, LocalDate.of(2020, 1, 1)))
                .containsExactly(day(26), day(27), day(28), day(29), day(30));
        assertThat(tuesday.ended(ReportKind.WEEK, LocalDate.of(2026, 11, 29)))
                .as("a week that had begun before the first visitor")
                .containsExactly(new Period(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 29)));
        assertThat(tuesday.ended(ReportKind.MONTH, LocalDate.of(2026, 11, 29)))
                .containsExactly(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
        assertThat(tuesday.ended(ReportKind.DAY, LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T16:30:00Z, 2026-11-23T01:30:00Z",
        "2026-11-22T23:30:00Z, 2026-11-23T01:30:00Z",
        "2026-11-22T23:30:01Z, 2026-11-24T01:30:00Z",
        "2026-11-25T02:00:00Z, 2026-11-26T01:30:00Z"
    })
    void aSiteIsNotLateBecauseTheScheduleWas(Instant openedAt, Instant due) {
        assertThat(at(openedAt.toString()).dueFor(ReportKind.DAY, day(22))).isEqualTo(due);
    }

    @Test
    void theTimerRecursAtTheSitesHour() {
        assertThat(at("2026-11-23T02:00:00Z").cycle()).isEqualTo("R/2026-11-22T00:30:00+08:00/P1D");
    }

    @Test
    void aKindWithoutItsHourIsNotStartedWith() {
        assertThatThrownBy(() -> new ReportSettings(
                        LocalTime.MIDNIGHT,
                        Map.of(ReportKind.DAY, new ReportSettings.Due(1, HALF_PAST_NINE)),
                        Duration.ZERO,
                        Duration.ofHours(1),
                        Map.of(ReportKind.DAY, 1, ReportKind.WEEK, 1, ReportKind.MONTH, 1),
                        1))
                .hasMessageContaining("anchang.marketing.report");
    }

    @Test
    void columnsOfALetterStandUnderEachOther() {
        assertThat(ReportTable.of(
                        List.of("指标", "本期", "说明"),
                        List.of(List.of("回款（元）", "1,234.00", "—"), List.of("来访", "3", "多\n雨"))))
                .isEqualTo("""
                        指标            本期  说明
                        ---------------------------
                        回款（元）  1,234.00  —
                        来访               3  多 雨""");
    }

    private static Period day(int ofNovember) {
        LocalDate day = LocalDate.of(2026, 11, ofNovember);
        return new Period(day, day);
    }

    private static ReportRhythm at(String moment) {
        return new ReportRhythm(SETTINGS, Clock.fixed(Instant.parse(moment), SHANGHAI));
    }
}

package cn.anchang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Workdays as the State Council arranged them, from the very data the application reads. */
class BusinessCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CalendarYears YEARS = years();
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(YEARS, new Site("云栖置业有限公司", SHANGHAI));

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026-10-08", "2026-10-10", "2026-02-14", "2026-01-04", "2025-09-28"})
    void peopleWorkOnOrdinaryAndOnMakeUpDays(LocalDate day) {
        assertThat(CALENDAR.isWorkday(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22",
                "2026-10-01",
                "2026-10-07",
                "2026-10-11",
                "2026-02-15",
                "2026-02-23",
                "2026-09-25",
                "2025-10-08",
                "2027-02-08",
                "2027-06-09"
            })
    void peopleRestAtWeekendsAndOnHolidays(LocalDate day) {
        assertThat(CALENDAR.isWorkday(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // an ordinary Monday
        "2026-11-23T14:30, 1, 2026-11-24T14:30",
        // over a weekend
        "2026-11-20T17:00, 1, 2026-11-23T17:00",
        "2026-11-20T17:00, 2, 2026-11-24T17:00",
        // the day before 国庆: eight days later, and the Saturday after it is a workday
        "2026-09-30T16:00, 1, 2026-10-08T16:00",
        "2026-09-30T16:00, 2, 2026-10-09T16:00",
        "2026-10-09T16:00, 1, 2026-10-10T16:00",
        "2026-10-09T16:00, 2, 2026-10-12T16:00",
        // what arrives on a day off is taken up when the next workday opens
        "2026-10-03T22:00, 0, 2026-10-08T09:00",
        "2026-10-03T22:00, 1, 2026-10-09T09:00",
        "2026-11-22T08:00, 1, 2026-11-24T09:00",
        // over New Year
        "2025-12-31T10:00, 1, 2026-01-04T10:00"
    })
    void workdaysAreCountedFromTheMomentOnwards(LocalDateTime from, int workdays, LocalDateTime expected) {
        assertThat(CALENDAR.after(from.atZone(SHANGHAI).toInstant(), workdays))
                .isEqualTo(expected.atZone(SHANGHAI).toInstant());
    }

    @Test
    void theDayIsTheSitesDayAndNotGreenwichs() {
        // 07:00 on the last workday before the holiday, still the evening before in Greenwich
        assertThat(CALENDAR.after(
                        LocalDateTime.parse("2026-09-30T07:00").atZone(SHANGHAI).toInstant(), 1))
                .isEqualTo(
                        LocalDateTime.parse("2026-10-08T07:00").atZone(SHANGHAI).toInstant());
    }

    @Test
    void aDayIsCountedWithoutATime() {
        assertThat(CALENDAR.after(LocalDate.parse("2026-09-30"), 2)).isEqualTo("2026-10-09");
        assertThat(CALENDAR.after(LocalDate.parse("2026-10-10"), 0)).isEqualTo("2026-10-10");
        assertThat(CALENDAR.after(LocalDate.parse("2026-10-11"), 0)).isEqualTo("2026-10-12");
    }

    @Test
    void aYearThatIsNotArrangedYetSaysSo() {
        assertThat(CALENDAR.isPublished(2026)).isTrue();
        assertThat(CALENDAR.isPublished(2027)).isFalse();
        assertThat(CALENDAR.isPublished(2031)).isFalse();
    }

    /** A mistyped day would hardly be noticed otherwise. */
    @Test
    void theDataIsConsistent() {
        assertThat(YEARS.years()).containsKeys(2025, 2026, 2027);
        YEARS.years().forEach((year, arranged) -> {
            assertThat(arranged.source()).isNotBlank();
            List<LocalDate> daysOff = arranged.holidays().stream()
                    .flatMap(CalendarYears.Holiday::days)
                    .toList();
            assertThat(daysOff).doesNotHaveDuplicates().hasSizeGreaterThan(10);
            assertThat(daysOff).allSatisfy(day -> assertThat(day.getYear()).isEqualTo(year));
            assertThat(arranged.workdays())
                    .doesNotContainAnyElementsOf(daysOff)
                    .allSatisfy(day -> assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))
                    .allSatisfy(day -> assertThat(day.getYear()).isEqualTo(year));
            assertThat(arranged.workdays().isEmpty()).isNotEqualTo(arranged.published());
        });
    }

    private static CalendarYears years() {
        try {
            return new Binder(
                            ConfigurationPropertySources.from(new YamlPropertySourceLoader()
                                    .load("calendar", new ClassPathResource("config/calendar.yaml"))),
                            null,
                            ApplicationConversionService.getSharedInstance())
                    .bind("anchang.calendar", CalendarYears.class)
                    .get();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

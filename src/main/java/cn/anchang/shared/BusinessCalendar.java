package cn.anchang.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Workdays in China, in the site's time zone: Monday to Friday, without public holidays, with make-up workdays (调休). */
@Component
public class BusinessCalendar {

    private static final Logger log = LoggerFactory.getLogger(BusinessCalendar.class);

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<LocalDate, String> holidays = new TreeMap<>();
    private final Set<LocalDate> makeUpDays;
    private final Set<Integer> published;
    private final LocalTime opens;
    private final ZoneId zone;
    private final Set<Integer> missed = ConcurrentHashMap.newKeySet();

    public BusinessCalendar(CalendarYears years, Site site) {
        years.years()
                .values()
                .forEach(year -> year.holidays()
                        .forEach(holiday -> holiday.days().forEach(day -> holidays.put(day, holiday.name()))));
        this.makeUpDays = years.years().values().stream()
                .map(CalendarYears.Year::workdays)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
        this.published = years.years().entrySet().stream()
                .filter(year -> year.getValue().published())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        this.opens = years.opens();
        this.zone = site.timeZone();
    }

    public boolean isWorkday(LocalDate day) {
        return makeUpDays.contains(day) || !holidays.containsKey(day) && !WEEKEND.contains(day.getDayOfWeek());
    }

    /** Whether the State Council's arrangement for the year is in the data; until then only its statutory days are. */
    public boolean isPublished(int year) {
        return published.contains(year);
    }

    /** The workday so many workdays after a day; a day off counts as the morning of the next workday. */
    public LocalDate after(LocalDate day, int workdays) {
        LocalDate found = onOrAfter(day);
        for (int i = 0; i < workdays; i++) {
            found = onOrAfter(found.plusDays(1));
        }
        if (!isPublished(found.getYear()) && missed.add(found.getYear())) {
            log.warn(
                    "config/calendar.yaml lacks the arrangement of {}: its deadlines may fall on days off",
                    found.getYear());
        }
        return found;
    }

    /** The same time of day, so many workdays later. What arrives on a day off is taken up when the next workday opens. */
    public Instant after(Instant moment, int workdays) {
        ZonedDateTime arrived = moment.atZone(zone);
        LocalTime time = isWorkday(arrived.toLocalDate()) ? arrived.toLocalTime() : opens;
        return after(arrived.toLocalDate(), workdays).atTime(time).atZone(zone).toInstant();
    }

    private LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorkday(found)) {
            found = found.plusDays(1);
        }
        return found;
    }
}

package cn.anchang.shared;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Public holidays and make-up workdays as data.
 *
 * @param opens when a workday begins
 */
@ConfigurationProperties("anchang.calendar")
public record CalendarYears(LocalTime opens, Map<Integer, Year> years) {

    /**
     * @param published whether this is the State Council's arrangement, or its statutory days alone
     * @param source where it was published
     * @param workdays weekend days on which people work
     */
    public record Year(boolean published, String source, List<Holiday> holidays, List<LocalDate> workdays) {

        public Year {
            holidays = holidays == null ? List.of() : List.copyOf(holidays);
            workdays = workdays == null ? List.of() : List.copyOf(workdays);
        }
    }

    /** @param to the last day off; the first when it is missing */
    public record Holiday(String name, LocalDate from, LocalDate to) {

        public Holiday {
            to = to == null ? from : to;
        }

        Stream<LocalDate> days() {
            return from.datesUntil(to.plusDays(1));
        }
    }

    public CalendarYears {
        years = years == null ? Map.of() : Map.copyOf(years);
    }
}

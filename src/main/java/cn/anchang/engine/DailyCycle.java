package cn.anchang.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** A timer that fires every day at one hour of the site's, as the engine reads it. */
public final class DailyCycle {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private DailyCycle() {}

    /** From the last such hour on, so that it may be asked for anew each time the timer is due. */
    public static String at(LocalTime hour, Clock clock) {
        return "R/%s/P1D"
                .formatted(LocalDate.now(clock)
                        .minusDays(1)
                        .atTime(hour.withSecond(0).withNano(0))
                        .atZone(clock.getZone())
                        .format(MOMENT));
    }
}

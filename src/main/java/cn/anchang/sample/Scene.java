package cn.anchang.sample;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A step somebody does some time after it has come to them.
 *
 * @param minutes from the moment it came
 * @param inHours whether it waits for the hours the site works
 * @param form what is handed in; worked out only then
 */
record Scene(int minutes, boolean inHours, Supplier<Map<String, Object>> form) {

    /** Nobody does it as long as the story lasts. */
    static final Scene LEFT = new Scene(-1, false, Map::of);

    private static final LocalTime OPENS = LocalTime.of(9, 5);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    static Scene after(Random random, int least, int most, Supplier<Map<String, Object>> form) {
        return new Scene(least + random.nextInt(most - least), true, form);
    }

    /** At whatever hour. */
    static Scene soon(Random random, int least, int most, Supplier<Map<String, Object>> form) {
        return new Scene(least + random.nextInt(most - least), false, form);
    }

    boolean isLeft() {
        return minutes < 0;
    }

    Instant when(Instant came, ZoneId zone) {
        ZonedDateTime at = came.plusSeconds(60L * minutes).atZone(zone);
        if (!inHours) {
            return at.toInstant();
        } else if (at.toLocalTime().isBefore(OPENS)) {
            return at.with(OPENS).plusMinutes(minutes % 45).toInstant();
        }
        return at.toLocalTime().isAfter(CLOSES)
                ? at.plusDays(1).with(OPENS).plusMinutes(minutes % 45).toInstant()
                : at.toInstant();
    }

    /** Fields in turn; what has no value is left out. */
    static Map<String, Object> form(Object... fields) {
        Map<String, Object> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                form.put((String) fields[i], fields[i + 1]);
            }
        }
        return form;
    }
}

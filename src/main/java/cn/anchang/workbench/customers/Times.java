package cn.anchang.workbench.customers;

import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Moments as these pages show them, with their year: a customer's story is longer than one. */
@Component
class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Sentences sentences;
    private final Clock clock;

    Times(Sentences sentences, Clock clock) {
        this.sentences = sentences;
        this.clock = clock;
    }

    public String day(Instant moment) {
        return moment == null ? "" : DAY.format(moment.atZone(clock.getZone()));
    }

    public String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public String time(Instant moment) {
        return TIME.format(moment.atZone(clock.getZone()));
    }

    /** 今天, 昨天, 12 天前; empty for never. */
    public String ago(Instant moment) {
        if (moment == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(moment, clock.getZone()), LocalDate.now(clock));
        return days <= 0
                ? sentences.text("customers.ago.today")
                : days == 1 ? sentences.text("customers.ago.yesterday") : sentences.text("customers.ago.days", days);
    }
}

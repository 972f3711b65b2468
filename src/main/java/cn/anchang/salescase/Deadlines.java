package cn.anchang.salescase;

import cn.anchang.shared.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Turns the rules' days into moments of the site's time zone. */
@Component
class Deadlines {

    private final SalesRules rules;
    private final ZoneId zone;
    private final Clock clock;

    Deadlines(SalesRules rules, Site site, Clock clock) {
        this.rules = rules;
        this.zone = site.timeZone();
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** When the work of a day is looked at: in the morning. */
    Instant morningOf(LocalDate day) {
        return day.atTime(rules.morning()).atZone(zone).toInstant();
    }

    /** A deadline that is a day ends with it. */
    Instant endOf(LocalDate day) {
        return day.atTime(23, 59).atZone(zone).toInstant();
    }

    /** The morning after a deadline's day: only then has it been missed. */
    Instant missed(LocalDate day) {
        return morningOf(day.plusDays(1));
    }

    /** The clocks of a sign-by day (R05). */
    SigningClock signing(LocalDate signBy) {
        SalesRules.Signing signing = rules.signing();
        LocalDate from = signBy.minusDays(signing.days());
        return new SigningClock(
                endOf(signBy),
                morningOf(from.plusDays(signing.remindFirstOnDay())),
                morningOf(from.plusDays(signing.remindSecondOnDay())),
                morningOf(from.plusDays(signing.overdueOnDay())));
    }

    /** Half way to a near deadline, a day before a far one. */
    Instant remindBefore(Instant deadline) {
        Duration half = Duration.between(now(), deadline).dividedBy(2);
        Duration day = Duration.ofDays(1);
        return deadline.minus(half.compareTo(day) < 0 ? half : day);
    }
}

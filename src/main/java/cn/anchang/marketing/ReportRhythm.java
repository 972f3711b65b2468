package cn.anchang.marketing;

import cn.anchang.engine.DailyCycle;
import cn.anchang.shared.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which reports are to be there by now, and until when each is due (R26), all in the site's time zone. */
@Component
class ReportRhythm {

    private final ReportSettings settings;
    private final Clock clock;

    ReportRhythm(ReportSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The periods that have ended since this day, the earliest first, as many as are caught up at most. */
    List<Period> ended(ReportKind kind, LocalDate since) {
        List<Period> ended = new ArrayList<>();
        Period period = kind.before(kind.around(today()));
        while (!period.to().isBefore(since) && ended.size() < settings.catchUp().get(kind)) {
            ended.add(period);
            period = kind.before(period);
        }
        Collections.reverse(ended);
        return ended;
    }

    /** R26, however late it is opened. */
    Instant due(ReportKind kind, Period period) {
        ReportSettings.Due due = settings.due().get(kind);
        return at(period.to().plusDays(due.daysAfter()), due);
    }

    /** When somebody can be asked to have it done who gets it now: a site is not late because the schedule was. */
    Instant dueFor(ReportKind kind, Period period) {
        Instant due = due(kind, period);
        return clock.instant().plus(settings.leastTime()).isAfter(due) ? tomorrow(kind) : due;
    }

    /** For what went back to its author. */
    Instant tomorrow(ReportKind kind) {
        return at(today().plusDays(1), settings.due().get(kind));
    }

    Instant escalation(Instant due) {
        return due.plus(settings.escalateAfter());
    }

    /** The day from which submitted reports are looked at for corrections. */
    LocalDate watchedSince() {
        return today().minusDays(settings.watchDays());
    }

    /** The schedule's timer as the engine reads it: every day from the last such hour on. Asked anew each time it is due. */
    String cycle() {
        return DailyCycle.at(settings.opensAt(), clock);
    }

    private Instant at(LocalDate day, ReportSettings.Due due) {
        return day.atTime(due.at()).atZone(clock.getZone()).toInstant();
    }
}

package cn.anchang.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whole days of the site, the first and the last included. */
public record Period(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period from %s to %s".formatted(from, to));
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The moment the first day begins. */
    public Instant begins(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The moment after the last day: a visit at 23:59 is inside, one at 00:00 is not. */
    public Instant ends(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}

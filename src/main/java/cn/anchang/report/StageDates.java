package cn.anchang.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** One stage of a sale in its latest round, in days of the site's time zone; null for what is not planned or has not happened. */
public record StageDates(LocalDate plannedFrom, LocalDate plannedTo, LocalDate actualFrom, LocalDate actualTo) {

    public boolean isBegun() {
        return actualFrom != null;
    }

    public boolean isOpen() {
        return actualFrom != null && actualTo == null;
    }

    /** Whether it ended after its planned day, or has not ended and that day is over. */
    public boolean isLate(LocalDate today) {
        LocalDate end = actualTo == null ? today : actualTo;
        return isBegun() && plannedTo != null && end.isAfter(plannedTo);
    }

    /** The day its bar begins on, or null. */
    public LocalDate begins() {
        return isBegun() ? actualFrom : plannedFrom == null ? plannedTo : plannedFrom;
    }

    /** Days worked on it up to its planned end, the first and the last counted. */
    public long within(LocalDate today) {
        return spent(today) - overrun(today);
    }

    /** Days worked on it after its planned end. */
    public long overrun(LocalDate today) {
        if (!isLate(today)) {
            return 0;
        }
        LocalDate end = actualTo == null ? today : actualTo;
        return Math.min(spent(today), ChronoUnit.DAYS.between(plannedTo, end));
    }

    /** Days still planned for it after today; all of them when it has not begun. */
    public long ahead(LocalDate today) {
        if (plannedTo == null || actualTo != null) {
            return 0;
        } else if (isBegun()) {
            return Math.max(0, ChronoUnit.DAYS.between(today, plannedTo));
        }
        return Math.max(1, ChronoUnit.DAYS.between(begins(), plannedTo) + 1);
    }

    public Bar bar(LocalDate today) {
        return new Bar(begins(), within(today), overrun(today), ahead(today));
    }

    /** Days from its begin to its end, or to today. */
    public long spent(LocalDate today) {
        return isBegun() ? ChronoUnit.DAYS.between(actualFrom, actualTo == null ? today : actualTo) + 1 : 0;
    }
}

package cn.anchang.marketing;

import cn.anchang.shared.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long a time a sales report is about. Weeks begin on Monday. */
public enum ReportKind {
    DAY {
        @Override
        public Period around(LocalDate day) {
            return new Period(day, day);
        }
    },
    WEEK {
        @Override
        public Period around(LocalDate day) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Period(monday, monday.plusDays(6));
        }
    },
    MONTH {
        @Override
        public Period around(LocalDate day) {
            return new Period(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
        }
    };

    /** The period this day lies in. */
    public abstract Period around(LocalDate day);

    public Period before(Period period) {
        return around(period.from().minusDays(1));
    }

    public Period after(Period period) {
        return around(period.to().plusDays(1));
    }
}

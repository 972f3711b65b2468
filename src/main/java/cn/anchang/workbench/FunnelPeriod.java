package cn.anchang.workbench;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The days of a funnel as people ask for them; open ends are null. */
enum FunnelPeriod {
    /** What is looked at first: long enough to show something on the first of a month too. */
    LAST_90_DAYS,
    THIS_MONTH,
    LAST_MONTH,
    QUARTER,
    YEAR,
    ALL,
    /** From one day to another, as typed. */
    CUSTOM;

    private static final int NINETY = 90;
    private static final int MONTHS_OF_A_QUARTER = 3;

    LocalDate from(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        return switch (this) {
            case LAST_90_DAYS -> today.minusDays(NINETY - 1);
            case THIS_MONTH -> month;
            case LAST_MONTH -> month.minusMonths(1);
            case QUARTER -> month.minusMonths((today.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
            case YEAR -> today.withDayOfYear(1);
            case ALL, CUSTOM -> null;
        };
    }

    LocalDate to(LocalDate today) {
        return switch (this) {
            case LAST_90_DAYS -> today;
            case THIS_MONTH -> today.with(TemporalAdjusters.lastDayOfMonth());
            case LAST_MONTH -> today.withDayOfMonth(1).minusDays(1);
            case QUARTER -> from(today).plusMonths(MONTHS_OF_A_QUARTER).minusDays(1);
            case YEAR -> today.with(TemporalAdjusters.lastDayOfYear());
            case ALL, CUSTOM -> null;
        };
    }
}

package cn.anchang.report;

import java.time.LocalDate;

/**
 * How something stands along the calendar, as one bar.
 *
 * @param begins the day it begins on, or null when none is known
 * @param within days worked on it up to its planned end
 * @param overrun days after that
 * @param ahead days still planned after today
 */
public record Bar(LocalDate begins, long within, long overrun, long ahead) {}

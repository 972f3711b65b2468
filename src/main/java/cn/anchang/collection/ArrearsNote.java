package cn.anchang.collection;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing done, in the words of who did it.
 *
 * @param until the day it is good for, e.g. a promise; or null
 */
public record ArrearsNote(ArrearsAct act, String note, LocalDate until, String by, Instant at) {}

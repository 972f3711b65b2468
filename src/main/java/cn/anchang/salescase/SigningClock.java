package cn.anchang.salescase;

import java.time.Instant;

/**
 * The moments that count towards a sign-by day (R05).
 *
 * @param signBy its last moment
 * @param overdueAt when it will have been missed
 */
public record SigningClock(Instant signBy, Instant remindFirst, Instant remindSecond, Instant overdueAt) {}

package cn.anchang.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A sale nobody is reminded about for a while.
 *
 * @param until the last day of it
 */
public record Hold(UUID id, UUID account, String reason, LocalDate until, String by, Instant at) {}

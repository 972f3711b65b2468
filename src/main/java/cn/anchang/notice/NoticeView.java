package cn.anchang.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as its person reads it.
 *
 * @param settled what it was about is over, so that there is nothing to go to
 */
public record NoticeView(UUID id, Occasion occasion, String words, Instant madeAt, boolean read, boolean settled) {}

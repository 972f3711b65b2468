package cn.anchang.approval;

import java.time.Instant;
import java.util.UUID;

/**
 * A document in a list.
 *
 * @param version the number of its latest version, 0 while nothing is written
 * @param state of that version, or null
 * @param at when that state was reached
 */
public record DocumentLine(
        UUID id, String kind, String no, String title, UUID projectId, int version, VersionState state, Instant at) {}

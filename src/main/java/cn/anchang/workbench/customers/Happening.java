package cn.anchang.workbench.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened with a customer, as the timeline tells it.
 *
 * @param kind the word before it; also its class on the page
 * @param who user id, or null when no person did it
 * @param text the first line
 * @param more further lines, or null
 * @param caseId the sale it belongs to, where the person who looks may open it
 */
record Happening(Instant at, String kind, String label, String who, String text, String more, UUID caseId) {}

package cn.anchang.approval;

import java.time.Instant;

/**
 * A row of 修订记录.
 *
 * @param at when the version reached its state
 * @param changed 修改内容, as its author put it
 * @param comment what the approver said who sent it back or refused it; else empty
 */
public record Revision(
        int version,
        Instant at,
        VersionState state,
        String changed,
        String by,
        String reviewedBy,
        String approvedBy,
        String comment) {}

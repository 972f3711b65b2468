package cn.anchang.approval;

import java.time.Instant;
import java.util.UUID;

/** An approver sent a version back to be revised. Told within the same transaction. */
public record VersionReturned(String kind, UUID documentId, UUID versionId, String by, Instant at, String reason) {}

package cn.anchang.approval;

import java.time.Instant;
import java.util.UUID;

/** An approver refused a version for good. Told within the same transaction. */
public record VersionRejected(String kind, UUID documentId, UUID versionId, String by, Instant at, String reason) {}

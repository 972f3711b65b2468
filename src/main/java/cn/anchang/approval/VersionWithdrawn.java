package cn.anchang.approval;

import java.time.Instant;
import java.util.UUID;

/** The submitter took a version back before it was decided. Told within the same transaction. */
public record VersionWithdrawn(String kind, UUID documentId, UUID versionId, String by, Instant at) {}

package cn.anchang.approval;

import java.time.Instant;
import java.util.UUID;

/** A version is valid: its last approver agreed, or it needs none. Told within the same transaction. */
public record VersionApproved(String kind, UUID documentId, UUID versionId, String by, Instant at) {}

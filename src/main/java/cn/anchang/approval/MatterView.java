package cn.anchang.approval;

import java.time.Instant;
import java.util.UUID;

/**
 * One step of one version, as it was put before its approvers.
 *
 * @param group whose members were asked; another than the route's when nobody of that one may decide (R36)
 * @param escalatedTo the group asked besides when the first did not answer, or null
 */
public record MatterView(
        UUID id,
        UUID documentId,
        UUID versionId,
        int step,
        StepKind kind,
        String group,
        MatterState state,
        Instant openedAt,
        Instant remindAt,
        Instant dueAt,
        Instant remindedAt,
        Instant escalatedAt,
        String escalatedTo,
        String decidedBy,
        Instant decidedAt,
        String reason,
        String fingerprint) {}

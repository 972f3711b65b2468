package cn.anchang.approval;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A version as it is read.
 *
 * @param route the steps it takes, worked out at its submission; without any it is valid on submission
 * @param approvalVoid 批准已失效: it was approved, and is no longer what was approved
 */
public record VersionView(
        UUID id,
        UUID documentId,
        int version,
        VersionState state,
        Instant at,
        String preparedBy,
        String submittedBy,
        Instant submittedAt,
        String changed,
        String fingerprint,
        Route route,
        boolean approvalVoid,
        ControlBlock control,
        List<Section> sections,
        List<MatterView> matters) {

    /** False for a version that became valid with its submission. */
    public boolean approvalNeeded() {
        return submittedAt == null || !route.steps().isEmpty();
    }
}

package cn.anchang.approval;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A version as it is read.
 *
 * @param approvalNeeded whether somebody has to agree before it is valid
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
        boolean approvalNeeded,
        boolean approvalVoid,
        ControlBlock control,
        List<Section> sections,
        List<MatterView> matters) {}

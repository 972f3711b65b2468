package cn.anchang.collection;

import cn.anchang.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * One request to waive a late fee (R18); its id is the business key of its process.
 *
 * @param writtenBy who wrote what is asked now
 * @param changed what is different from what was asked before, or null
 */
public record Waiver(
        UUID id,
        UUID arrearsId,
        UUID documentId,
        String no,
        Money amount,
        WaiverState state,
        String askedBy,
        Instant askedAt,
        String writtenBy,
        String changed,
        String decidedBy,
        Instant decidedAt) {}

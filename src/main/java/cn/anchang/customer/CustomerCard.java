package cn.anchang.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer as shown on a card: numbers masked (R35).
 *
 * @param name in clear, for papers and the owner's own screens; lists show {@code maskedName}
 * @param owner user id of the consultant, or null
 * @param lastFeedback what came of the last talk, or null
 */
public record CustomerCard(
        UUID id,
        String no,
        String name,
        String maskedName,
        CustomerKind kind,
        String maskedPhone,
        IdType idType,
        String maskedIdNo,
        String email,
        Channel channel,
        Segment segment,
        Grade grade,
        CustomerState state,
        String owner,
        Instant protectedUntil,
        Intent intent,
        String coBuyers,
        int visits,
        Feedback lastFeedback) {}

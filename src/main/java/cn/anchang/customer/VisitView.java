package cn.anchang.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One visit with what was registered and noted at it, for the printed 到访客户意愿登记表. */
public record VisitView(
        UUID visitId,
        UUID customerId,
        UUID projectId,
        Instant visitedAt,
        boolean firstVisit,
        int partySize,
        Channel channel,
        String consultant,
        Grade grade,
        Intent intent,
        List<Feedback> feedback) {}

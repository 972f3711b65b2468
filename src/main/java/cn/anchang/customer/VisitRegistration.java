package cn.anchang.customer;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The 到访客户意愿登记表 as it was filled in at reception. Only project, name, kind, phone, channel and party size are required; every
 * other component may be null.
 *
 * @param phone as typed; spaces, dashes and +86 are tolerated
 * @param partySize how many people came, 1 to 50
 */
public record VisitRegistration(
        UUID projectId,
        String name,
        CustomerKind kind,
        String phone,
        IdType idType,
        String idNo,
        String email,
        Channel channel,
        Segment segment,
        Grade grade,
        Integer partySize,
        Intent intent,
        String coBuyers,
        String feedback,
        String suggestion,
        String nextStep,
        LocalDate nextStepOn) {}

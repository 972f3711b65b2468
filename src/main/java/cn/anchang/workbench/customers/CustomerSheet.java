package cn.anchang.workbench.customers;

import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerKind;
import cn.anchang.customer.CustomerState;
import cn.anchang.customer.Grade;
import cn.anchang.customer.IdType;
import cn.anchang.customer.Intent;
import cn.anchang.customer.LostReason;
import cn.anchang.customer.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Everything a customer's row says, numbers masked (R35).
 *
 * @param version of the row as it was read
 * @param mergedInto the row that goes on for this one, or null
 * @param visits how often the customer was at a site, likewise {@code sales}
 */
record CustomerSheet(
        UUID id,
        long version,
        String no,
        String name,
        CustomerKind kind,
        String maskedPhone,
        IdType idType,
        String maskedIdNo,
        String email,
        Channel channel,
        Segment segment,
        Grade grade,
        CustomerState state,
        LostReason lostReason,
        String lostNote,
        String owner,
        Instant protectedUntil,
        Intent intent,
        String coBuyers,
        String remark,
        Instant createdAt,
        Instant lastContactAt,
        LocalDate followUpOn,
        boolean followUpAgreed,
        UUID mergedInto,
        int visits,
        int sales) {

    public boolean isProtectedAt(Instant now) {
        return owner != null && protectedUntil != null && now.isBefore(protectedUntil);
    }

    public FollowUp follow(LocalDate today) {
        return FollowUp.of(followUpOn, today);
    }
}

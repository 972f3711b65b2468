package cn.anchang.workbench.customers;

import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerState;
import cn.anchang.customer.Grade;
import cn.anchang.customer.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One customer in the list, the phone masked (R35). */
record CustomerLine(
        UUID id,
        String no,
        String name,
        String maskedPhone,
        CustomerState state,
        Grade grade,
        Segment segment,
        String owner,
        Channel channel,
        Instant lastContactAt,
        LocalDate followUpOn,
        boolean followUpAgreed,
        Instant protectedUntil) {

    public FollowUp follow(LocalDate today) {
        return FollowUp.of(followUpOn, today);
    }

    public long daysLate(LocalDate today) {
        return ChronoUnit.DAYS.between(followUpOn, today);
    }

    public boolean isProtectedAt(Instant now) {
        return owner != null && protectedUntil != null && now.isBefore(protectedUntil);
    }

    public boolean endsSoon(Instant now) {
        return isProtectedAt(now) && protectedUntil.isBefore(now.plus(Protection.SOON_DAYS, ChronoUnit.DAYS));
    }
}

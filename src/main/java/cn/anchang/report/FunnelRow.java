package cn.anchang.report;

import cn.anchang.customer.Channel;
import cn.anchang.customer.LostReason;
import cn.anchang.salescase.CaseState;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One sale of a funnel, with the days it reached its steps; null for those it did not reach.
 *
 * @param phone masked (R35)
 */
public record FunnelRow(
        UUID caseId,
        String no,
        String customer,
        String phone,
        Channel channel,
        String consultant,
        String project,
        String unitNo,
        String layout,
        CaseState state,
        LostReason lostReason,
        LocalDate visitedOn,
        LocalDate intentOn,
        LocalDate subscribedOn,
        LocalDate signedOn) {}

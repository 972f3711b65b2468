package cn.anchang.workbench.customers;

import cn.anchang.salescase.CaseState;
import cn.anchang.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One sale of a customer's lifetime.
 *
 * @param buyers all who buy, or null before there is an agreement
 * @param open whether the person who looks may open the sale
 */
record Deal(
        UUID caseId,
        String no,
        String project,
        String unitNo,
        String layout,
        CaseState state,
        String consultant,
        Instant openedAt,
        Instant closedAt,
        LocalDate followUpOn,
        Money amount,
        String buyers,
        boolean open) {}

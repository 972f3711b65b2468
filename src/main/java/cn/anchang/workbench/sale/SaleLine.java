package cn.anchang.workbench.sale;

import cn.anchang.salescase.CaseState;
import java.time.Instant;
import java.util.UUID;

/**
 * A sale in a list, its phone masked (R35).
 *
 * @param unitNo null while none is chosen
 * @param foundBy in a search, the number or paper by which it was found, or null
 */
public record SaleLine(
        UUID caseId,
        String no,
        UUID customerId,
        String customer,
        String phone,
        String project,
        String unitNo,
        String consultant,
        CaseState state,
        Instant openedAt,
        Instant closedAt,
        String foundBy) {}

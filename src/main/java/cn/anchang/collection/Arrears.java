package cn.anchang.collection;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An instalment of the buyer's own money that stays unpaid (R16); its id is the business key of its process.
 *
 * @param rest what was unpaid when it was opened
 * @param letterFrom the day the formal letter is due
 * @param reviewFrom the day of 解除审查
 * @param demandId the letter's document, or null before it is written
 * @param demandVersion the version that was approved, or null
 * @param demandPayBy the day the letter grants, or null before it is sent
 * @param fee what had accrued when it was paid (R18); null while it is not, or when it was never paid
 */
public record Arrears(
        UUID id,
        UUID account,
        InstalmentKind kind,
        LocalDate dueOn,
        int nth,
        int seq,
        Money rest,
        ArrearsState state,
        Instant openedAt,
        LocalDate letterFrom,
        LocalDate reviewFrom,
        UUID demandId,
        UUID demandVersion,
        LocalDate demandSentOn,
        LocalDate demandPayBy,
        String demandMailNo,
        Instant endedAt,
        String endedBecause,
        Money fee) {}

package cn.anchang.change;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.math.BigDecimal;
import java.util.UUID;

/** How a step with a special price ended. */
public sealed interface SpecialPriceOutcome {

    /** @param applicant to whom it comes back */
    record SpecialPriceAsked(UUID id, String applicant) implements SpecialPriceOutcome {}

    /** @param subject what a task list shows of it */
    record SpecialPriceSubmitted(UUID versionId, String subject) implements SpecialPriceOutcome {}

    record SpecialPriceAbandoned() implements SpecialPriceOutcome {}

    /** The sale belongs to another consultant, or there is none. */
    record SpecialPriceNotYours() implements SpecialPriceOutcome, Refusal {}

    /** Only between deposit and subscription: before it there is no plan, after it there is a price. */
    record SpecialPriceOutOfTurn(String caseNo) implements SpecialPriceOutcome, Refusal {}

    record SpecialPriceUnderWay(String no) implements SpecialPriceOutcome, Refusal {}

    record NoDiscountAsked(Money price, Money listPrice) implements SpecialPriceOutcome, Refusal {}

    record BeyondEverybody(BigDecimal discount, String reason) implements SpecialPriceOutcome, Refusal {}

    record SpecialPriceIncomplete() implements SpecialPriceOutcome, Refusal {}

    record SpecialPriceAbandonReasonMissing() implements SpecialPriceOutcome, Refusal {}

    /** Another rule said no: of the plan, or of the document. */
    record SpecialPriceDeclined(Refusal because) implements SpecialPriceOutcome, Refusal {}
}

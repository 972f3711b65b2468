package cn.anchang.collection;

import cn.anchang.collection.RescissionForm.Decision;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What became of an act on arrears. */
public sealed interface ArrearsOutcome {

    /** @param letterDue whether the next step is the formal letter rather than another call */
    record DebtorCalled(Instant againAt, boolean letterDue) implements ArrearsOutcome {}

    record DemandWrittenDown(UUID versionId, String subject) implements ArrearsOutcome {}

    record DemandOnItsWay(LocalDate payBy) implements ArrearsOutcome {}

    /** @param againAt when it is reviewed again, or null */
    record Reviewed(Decision decision, Instant againAt) implements ArrearsOutcome {}

    record PromisedDayPast(LocalDate promised) implements ArrearsOutcome, Refusal {}

    record DemandChangeNotSaid() implements ArrearsOutcome, Refusal {}

    /** The document's own refusal. */
    record DemandDeclined(Refusal reason) implements ArrearsOutcome, Refusal {}

    /** Approved as something else than it says now. */
    record DemandNotAsApproved() implements ArrearsOutcome, Refusal {}

    record SentDayImpossible(LocalDate sentOn, LocalDate approvedOn) implements ArrearsOutcome, Refusal {}

    record ReviewDayImpossible(LocalDate until, LocalDate latest) implements ArrearsOutcome, Refusal {}

    /** R19: without a demand no clock runs. */
    record NothingDemanded() implements ArrearsOutcome, Refusal {}

    /** R19: neither the share with its demand run out, nor the months. */
    record NotRipe(Money dueUnpaid, Money threshold, LocalDate payBy, LocalDate monthsOver)
            implements ArrearsOutcome, Refusal {}
}

package cn.anchang.collection;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.util.UUID;

/** What became of a request to waive a late fee. */
public sealed interface WaiverOutcome {

    record WaiverAsked(UUID id, String no) implements WaiverOutcome {}

    record WaiverSubmitted(UUID versionId, String subject) implements WaiverOutcome {}

    record WaiverAbandoned() implements WaiverOutcome {}

    /** As if there were none: only the sale's consultant and the site manager ask. */
    record WaiverNotYours() implements WaiverOutcome, Refusal {}

    record WaiverUnderWay(String no) implements WaiverOutcome, Refusal {}

    record WaiverIncomplete() implements WaiverOutcome, Refusal {}

    /** @param owed accrued and not waived yet */
    record WaiverBeyondFee(Money amount, Money owed) implements WaiverOutcome, Refusal {}

    record WaiverAbandonReasonMissing() implements WaiverOutcome, Refusal {}

    /** The document's own refusal. */
    record WaiverDeclined(Refusal reason) implements WaiverOutcome, Refusal {}
}

package cn.anchang.salescase;

import cn.anchang.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;

/** How reporting on a talk ended. */
public sealed interface NegotiationOutcome
        permits NegotiationOutcome.Intended,
                NegotiationOutcome.FollowUpAgreed,
                NegotiationOutcome.CustomerLost,
                NegotiationOutcome.FollowUpDayMissing,
                NegotiationOutcome.FollowUpTooEarly,
                NegotiationOutcome.FollowUpTooLate,
                NegotiationOutcome.LostReasonMissing,
                Declined {

    record Intended() implements NegotiationOutcome {}

    record FollowUpAgreed(Instant at) implements NegotiationOutcome {}

    record CustomerLost() implements NegotiationOutcome {}

    record FollowUpDayMissing() implements NegotiationOutcome, Refusal {}

    record FollowUpTooEarly(LocalDate earliest) implements NegotiationOutcome, Refusal {}

    /** Beyond the rhythm in which customers of this grade are seen (R25). */
    record FollowUpTooLate(int days, LocalDate latest) implements NegotiationOutcome, Refusal {}

    record LostReasonMissing() implements NegotiationOutcome, Refusal {}
}

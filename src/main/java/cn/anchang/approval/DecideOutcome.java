package cn.anchang.approval;

import cn.anchang.shared.Refusal;
import java.time.Instant;

/** How a decision about a matter ended. */
public sealed interface DecideOutcome {

    /** @param further whether the version has another step to take */
    record Decided(Decision decision, boolean further) implements DecideOutcome {}

    /** Nobody decides what they prepared or submitted (R36). */
    record ApproverIsPreparer(String name) implements DecideOutcome, Refusal {}

    /** Two steps of a version are two people's, as long as there are two (R36). */
    record DecidedEarlierStep(String name) implements DecideOutcome, Refusal {}

    /** A decision stands. */
    record AlreadyDecided(String by, Instant at) implements DecideOutcome, Refusal {}

    record MatterWithdrawn(String by, Instant at) implements DecideOutcome, Refusal {}

    record ReasonMissing(Decision decision) implements DecideOutcome, Refusal {}

    /** What is stored, or what the approver saw, is not what was submitted. */
    record ContentChanged() implements DecideOutcome, Refusal {}

    record NotEntitled(String group) implements DecideOutcome, Refusal {}
}

package cn.anchang.approval;

import cn.anchang.shared.Refusal;
import java.time.Instant;

/** How taking a version back from its approvers ended. */
public sealed interface WithdrawOutcome {

    record Withdrawn(int version) implements WithdrawOutcome {}

    record NotSubmitter(String submitter) implements WithdrawOutcome, Refusal {}

    record NothingSubmitted() implements WithdrawOutcome, Refusal {}

    /** Submitted, but not yet before anybody: a moment later it is. */
    record OnItsWay() implements WithdrawOutcome, Refusal {}

    /** The approver was faster. */
    record DecidedMeanwhile(String by, Instant at) implements WithdrawOutcome, Refusal {}
}

package cn.anchang.marketing;

import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How the submission of a report ended. */
public sealed interface ReportOutcome {

    record ReportSubmitted(UUID versionId, boolean approvalNeeded) implements ReportOutcome {}

    /** A task of the next plan is for somebody who does not work here. */
    record OwnerUnknown(String owner) implements ReportOutcome, Refusal {}

    /** The last plan's tasks are all answered for. */
    record TaskNotReviewed(String title) implements ReportOutcome, Refusal {}

    /** Two tasks of the next plan under one key could not be answered for apart. */
    record TaskTwice(String title) implements ReportOutcome, Refusal {}

    record NegativeTarget() implements ReportOutcome, Refusal {}

    /** What the approval of documents said no to. */
    record NotSubmitted(Refusal reason) implements ReportOutcome, Refusal {}
}

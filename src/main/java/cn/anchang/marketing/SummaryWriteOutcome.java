package cn.anchang.marketing;

import cn.anchang.shared.Refusal;
import java.util.List;
import java.util.UUID;

/** How the submission of a written stage summary ended. */
public sealed interface SummaryWriteOutcome {

    record SummarySubmitted(UUID versionId) implements SummaryWriteOutcome {}

    /** @param titles of the guide's questions nobody has answered */
    record SummaryGuideOpen(List<String> titles) implements SummaryWriteOutcome, Refusal {}

    /** Two proposals under one key could not be told apart in the plan. */
    record SummaryProposalTwice(String what) implements SummaryWriteOutcome, Refusal {}

    /** @param why the document was not taken */
    record SummaryNotSubmitted(Refusal why) implements SummaryWriteOutcome, Refusal {}
}

package cn.anchang.marketing;

import cn.anchang.shared.Refusal;

/** How the decision about the plan ended. */
public sealed interface RevisionOutcome {

    record RevisionDecided(boolean revise) implements RevisionOutcome {}

    record NoProposalChosen() implements RevisionOutcome, Refusal {}

    /** @param key chosen, though the approved version does not have it */
    record ProposalNotApproved(String key) implements RevisionOutcome, Refusal {}

    record NoPlanToRevise(String projectName) implements RevisionOutcome, Refusal {}
}

package cn.anchang.customer;

import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How merging two customers' rows ended. */
public sealed interface MergeOutcome
        permits MergeOutcome.Merged,
                MergeOutcome.MergedByTheSiteManager,
                MergeOutcome.SameRow,
                MergeOutcome.MergedAlready,
                MergeOutcome.KindsDiffer,
                MergeOutcome.PapersDiffer,
                MergeOutcome.BothTalkedWith,
                MergeOutcome.ChangedSinceCompared,
                MergeOutcome.WhyMissing,
                Unreadable {

    /** @param stays the row that goes on */
    record Merged(UUID stays) implements MergeOutcome {}

    record MergedByTheSiteManager() implements MergeOutcome, Refusal {}

    record SameRow() implements MergeOutcome, Refusal {}

    record MergedAlready(String no, String intoNo) implements MergeOutcome, Refusal {}

    record KindsDiffer() implements MergeOutcome, Refusal {}

    /** Two different numbers of papers are two people; which numbers is not told. */
    record PapersDiffer() implements MergeOutcome, Refusal {}

    /** One customer has one open talk at a project: which of the two goes on is decided at their tasks. */
    record BothTalkedWith(String project, String oneNo, String otherNo) implements MergeOutcome, Refusal {}

    record ChangedSinceCompared() implements MergeOutcome, Refusal {}

    record WhyMissing() implements MergeOutcome, Refusal {}
}

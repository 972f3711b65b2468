package cn.anchang.approval;

import cn.anchang.shared.Refusal;
import java.time.Instant;

/** How keeping an unfinished form (暂存) ended. */
public sealed interface SaveOutcome {

    record Saved(Instant at) implements SaveOutcome {}

    /** This task keeps no drafts. */
    record NotKept() implements SaveOutcome, Refusal {}

    /** What was handed in cannot be kept as it is. */
    record NotReadable() implements SaveOutcome, Refusal {}
}

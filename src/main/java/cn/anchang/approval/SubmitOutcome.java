package cn.anchang.approval;

import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How the submission of a draft ended. */
public sealed interface SubmitOutcome {

    /** @param approvalNeeded false when the version is valid with its submission */
    record Submitted(UUID versionId, int version, boolean approvalNeeded) implements SubmitOutcome {}

    /** The document is before its approvers. */
    record AlreadySubmitted(int version) implements SubmitOutcome, Refusal {}

    record NothingToSubmit() implements SubmitOutcome, Refusal {}

    /** Equal in every field to a version that has been decided. */
    record NothingChanged(int version) implements SubmitOutcome, Refusal {}

    /** Approvers read first what was changed, so a later version says it. */
    record ChangeNotSaid() implements SubmitOutcome, Refusal {}

    /** Everybody entitled, up to the top, prepared or submitted the version (R36). */
    record NobodyToDecide(StepKind step, String group) implements SubmitOutcome, Refusal {}

    /** A file the content names is not the file that was attached. */
    record AttachmentDiffers(String name) implements SubmitOutcome, Refusal {}
}

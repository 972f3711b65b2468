package cn.anchang.marketing;

import cn.anchang.approval.VersionWorkbook;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How a step of a promotion plan ended. */
public sealed interface PlanOutcome {

    record PlanBegun(UUID planId, String subject) implements PlanOutcome {}

    record PlanSubmitted(UUID versionId, String subject) implements PlanOutcome {}

    record PlanAbandoned() implements PlanOutcome {}

    /** Something the plan handed out is done. */
    record PlanItemDone() implements PlanOutcome {}

    record PlanEvaluated(boolean suppliersEngaged, boolean nextPlanWanted) implements PlanOutcome {}

    record PlanSuppliersScored() implements PlanOutcome {}

    /**
     * What an edition in force hands out.
     *
     * @param stageEndsAt when the last day of the stage is over
     * @param workbook of the approved version
     */
    record PlanInForce(
            int showFlatChanges, int constructionAsks, int activities, Instant stageEndsAt, VersionWorkbook workbook)
            implements PlanOutcome {}

    record PlanProjectUnknown() implements PlanOutcome, Refusal {}

    /** @param what the labels of the fields that are missing */
    record PlanIncomplete(List<String> what) implements PlanOutcome, Refusal {}

    record PlanStageBackwards(LocalDate startsOn, LocalDate endsOn) implements PlanOutcome, Refusal {}

    record PlanActivityBackwards(String activity, LocalDate startsOn, LocalDate endsOn)
            implements PlanOutcome, Refusal {}

    record PlanDayOutsideStage(String line, LocalDate day, LocalDate startsOn, LocalDate endsOn)
            implements PlanOutcome, Refusal {}

    record PlanAmountNegative(String what) implements PlanOutcome, Refusal {}

    record PlanAmountTooLarge(String what, Money most) implements PlanOutcome, Refusal {}

    record PlanOwnerUnknown(String activity) implements PlanOutcome, Refusal {}

    record PlanLineTwice(String line) implements PlanOutcome, Refusal {}

    /** A summary put something into the draft while the form was open. */
    record PlanGrew(List<String> proposals) implements PlanOutcome, Refusal {}

    record PlanReasonMissing() implements PlanOutcome, Refusal {}

    record PlanDoneInFuture(LocalDate day) implements PlanOutcome, Refusal {}

    /** An activity takes place from its first day on. */
    record PlanActivityTooEarly(LocalDate day, LocalDate startsOn) implements PlanOutcome, Refusal {}

    record PlanFileNoTaken(String fileNo) implements PlanOutcome, Refusal {}

    /** The form was filled in from lines that are not those of the plan. */
    record PlanListOutdated() implements PlanOutcome, Refusal {}

    /** The next edition is before its approvers and takes no proposals now. */
    record PlanRevisionInApproval(String no, int version) implements PlanOutcome, Refusal {}

    /** The approval said no, and its own sentence says why. */
    record PlanDeclined(Refusal reason) implements PlanOutcome, Refusal {}
}

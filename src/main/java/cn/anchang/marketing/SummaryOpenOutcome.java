package cn.anchang.marketing;

import cn.anchang.shared.Refusal;
import java.time.LocalDate;
import java.util.UUID;

/** How the opening of a stage summary by hand ended. */
public sealed interface SummaryOpenOutcome {

    record SummaryOpened(UUID summaryId) implements SummaryOpenOutcome {}

    /** @param no of the summary there is */
    record SummaryExists(String no, LocalDate from, LocalDate to) implements SummaryOpenOutcome, Refusal {}

    record SummaryPlanMissing() implements SummaryOpenOutcome, Refusal {}

    record SummaryPlanNotInForce(String planNo) implements SummaryOpenOutcome, Refusal {}

    record SummaryStageNotBegun(LocalDate startsOn) implements SummaryOpenOutcome, Refusal {}

    record SummaryProjectMissing() implements SummaryOpenOutcome, Refusal {}

    record SummaryPeriodMissing() implements SummaryOpenOutcome, Refusal {}

    record SummaryPeriodBackwards(LocalDate from, LocalDate to) implements SummaryOpenOutcome, Refusal {}

    /** Numbers of days that have not been would be no numbers. */
    record SummaryPeriodNotOver(LocalDate today) implements SummaryOpenOutcome, Refusal {}
}

package cn.anchang.salescase;

import cn.anchang.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How the checklist or a step of the aftercare ended. */
public sealed interface AftercareOutcome
        permits AftercareOutcome.DealChecked,
                AftercareOutcome.StepDone,
                AftercareOutcome.OwnDeal,
                AftercareOutcome.NotOnFile,
                AftercareOutcome.LinesOpen,
                AftercareOutcome.ListOutdated,
                AftercareOutcome.DoneInTheFuture,
                AftercareOutcome.DoneTooEarly,
                Declined {

    record DealChecked(Instant paperBy, Instant deliverBy) implements AftercareOutcome {}

    /** @param titleBy when the title is to be registered, after a handover; otherwise null */
    record StepDone(Instant titleBy) implements AftercareOutcome {}

    /** The checklist is ticked by a second person. */
    record OwnDeal(String consultantName) implements AftercareOutcome, Refusal {}

    /** Its filing was revoked for a change that is still to be carried out, or to be given up with a new filing. */
    record NotOnFile(String contractNo) implements AftercareOutcome, Refusal {}

    record LinesOpen(int count, List<String> titles) implements AftercareOutcome, Refusal {}

    /** The configured lines changed while the form was open. */
    record ListOutdated() implements AftercareOutcome, Refusal {}

    record DoneInTheFuture(LocalDate day) implements AftercareOutcome, Refusal {}

    record DoneTooEarly(LocalDate day, LocalDate earliest) implements AftercareOutcome, Refusal {}
}

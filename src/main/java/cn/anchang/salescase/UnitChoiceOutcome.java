package cn.anchang.salescase;

import cn.anchang.shared.Refusal;
import java.time.Instant;

/** How 选房 ended. */
public sealed interface UnitChoiceOutcome
        permits UnitChoiceOutcome.UnitHeld,
                UnitChoiceOutcome.NoUnitChosen,
                UnitChoiceOutcome.UnitMissing,
                UnitChoiceOutcome.UnitElsewhere,
                Declined {

    record UnitHeld(String unitNo, Instant until) implements UnitChoiceOutcome {}

    record NoUnitChosen() implements UnitChoiceOutcome {}

    record UnitMissing() implements UnitChoiceOutcome, Refusal {}

    /** The unit belongs to another project than the case. */
    record UnitElsewhere(String projectName) implements UnitChoiceOutcome, Refusal {}
}

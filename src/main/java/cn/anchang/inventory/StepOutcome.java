package cn.anchang.inventory;

import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How an attempt to move a case's unit one state on (or back) ended. */
public sealed interface StepOutcome permits StepOutcome.Moved, StepOutcome.StepNotPossible, PermitMissing, NoUnitHeld {

    record Moved(UUID unitId, String unitNo, UnitState state) implements StepOutcome {}

    record StepNotPossible(String unitNo, UnitState state) implements StepOutcome, Refusal {}
}

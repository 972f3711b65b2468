package cn.anchang.inventory;

import cn.anchang.shared.Refusal;

/** The case has no unit, perhaps because its hold has lapsed meanwhile. */
public record NoUnitHeld() implements PermitCheck, StepOutcome, Refusal {}

package cn.anchang.inventory;

import cn.anchang.shared.Refusal;

/** No permit valid today covers the building, so nothing of it is held, subscribed or paid for (R01). */
public record PermitMissing(String building) implements HoldOutcome, PermitCheck, StepOutcome, Refusal {}

package cn.anchang.payment;

import cn.anchang.shared.Refusal;

/** The sale was undone and its money settled: nothing more is owed, so nothing more is taken. */
public record AccountSettled() implements ReviewOutcome, OpenOutcome, PlanOutcome, ReceiveOutcome, Refusal {}

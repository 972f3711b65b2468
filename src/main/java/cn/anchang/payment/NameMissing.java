package cn.anchang.payment;

import cn.anchang.shared.Refusal;

/** Nobody is named as the one who paid, or who was paid. */
public record NameMissing() implements ReceiveOutcome, RefundOutcome, Refusal {}

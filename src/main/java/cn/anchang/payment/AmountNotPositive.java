package cn.anchang.payment;

import cn.anchang.shared.Refusal;

/** An amount of nothing or less is no money. */
public record AmountNotPositive() implements ReceiveOutcome, RefundOutcome, Refusal {}

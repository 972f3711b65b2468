package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** More deposit than the law lets a seller take (R04). */
public record DepositAboveCap(Money deposit, Money cap, String percent)
        implements PlanOutcome, ReceiveOutcome, Refusal {}

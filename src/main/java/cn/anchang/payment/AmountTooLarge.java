package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** More than any home costs: a slip of the hand. */
public record AmountTooLarge(Money most) implements PlanOutcome, ReceiveOutcome, RefundOutcome, Refusal {

    static final Money MOST = Money.of("9999999999.99");
}

package cn.anchang.salescase;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** How 收取首期或全款 ended. */
public sealed interface FirstPaymentOutcome
        permits FirstPaymentOutcome.FirstPaymentIn, FirstPaymentOutcome.FirstMoneyAwaiting, Declined {

    /** @param rest what is still missing before the contract may be signed */
    record FirstPaymentIn(boolean complete, Money rest) implements FirstPaymentOutcome {}

    /** What is written down already would be enough; it waits for a second person of finance. */
    record FirstMoneyAwaiting(Money pending) implements FirstPaymentOutcome, Refusal {}
}

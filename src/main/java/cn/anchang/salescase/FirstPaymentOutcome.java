package cn.anchang.salescase;

import cn.anchang.shared.Money;

/** How 收取首期或全款 ended. */
public sealed interface FirstPaymentOutcome permits FirstPaymentOutcome.FirstPaymentIn, Declined {

    /** @param rest what is still missing before the contract may be signed */
    record FirstPaymentIn(boolean complete, Money rest) implements FirstPaymentOutcome {}
}

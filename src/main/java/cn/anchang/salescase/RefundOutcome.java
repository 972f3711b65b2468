package cn.anchang.salescase;

import cn.anchang.payment.RefundTo;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** How 办理退款 ended. */
public sealed interface RefundOutcome permits RefundOutcome.MoneyReturned, RefundOutcome.RefundDiffers, Declined {

    /** @param rest what is still to go back */
    record MoneyReturned(Money amount, Money rest) implements RefundOutcome {}

    /** What is owed to each goes back in one sum. */
    record RefundDiffers(RefundTo to, Money amount, Money due) implements RefundOutcome, Refusal {}
}

package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** How reversing a payment (冲正) ended. */
public sealed interface ReverseOutcome
        permits ReverseOutcome.PaymentReversed,
                ReverseOutcome.AlreadyReversed,
                ReverseOutcome.NotConfirmedYet,
                ReverseOutcome.PaymentRefunded,
                NotFinance,
                ReasonMissing,
                TextTooLong {

    record PaymentReversed(Money amount) implements ReverseOutcome {}

    record AlreadyReversed(int seq) implements ReverseOutcome, Refusal {}

    /** It waits for a second person, who may discard it. */
    record NotConfirmedYet(int seq) implements ReverseOutcome, Refusal {}

    /** Part of it went back to the buyer; that refund has to be reversed first. */
    record PaymentRefunded(int seq, Money refunded) implements ReverseOutcome, Refusal {}
}

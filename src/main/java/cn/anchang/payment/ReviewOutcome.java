package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** How the second person's look at a large payment (复核) ended. */
public sealed interface ReviewOutcome
        permits ReviewOutcome.PaymentConfirmed,
                ReviewOutcome.PaymentDiscarded,
                ReviewOutcome.ReviewedByWhoEntered,
                ReviewOutcome.AlreadyReviewed,
                AccountSettled,
                NotFinance,
                ReasonMissing,
                TextTooLong {

    record PaymentConfirmed(ReceiveOutcome.Received received) implements ReviewOutcome {}

    record PaymentDiscarded(Money amount) implements ReviewOutcome {}

    /** Two pairs of eyes: nobody confirms what they entered themselves. */
    record ReviewedByWhoEntered(Money amount) implements ReviewOutcome, Refusal {}

    record AlreadyReviewed(int seq) implements ReviewOutcome, Refusal {}
}

package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** How reversing a refund ended, e.g. one the bank sent back. */
public sealed interface RefundReverseOutcome
        permits RefundReverseOutcome.RefundReversed,
                RefundReverseOutcome.RefundAlreadyReversed,
                NotFinance,
                ReasonMissing,
                TextTooLong {

    record RefundReversed(Money amount) implements RefundReverseOutcome {}

    record RefundAlreadyReversed(int seq) implements RefundReverseOutcome, Refusal {}
}

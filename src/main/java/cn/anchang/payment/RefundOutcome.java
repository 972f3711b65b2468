package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How paying money back ended. */
public sealed interface RefundOutcome
        permits RefundOutcome.Refunded,
                RefundOutcome.RefundTooLarge,
                RefundOutcome.NothingToRefund,
                AmountNotPositive,
                AmountTooLarge,
                BankSerialMissing,
                NameMissing,
                NotFinance,
                PaidInFuture,
                ReasonMissing,
                TextTooLong {

    /** @param stillDue what remains to be paid back */
    record Refunded(UUID refundId, Money amount, Money stillDue) implements RefundOutcome {}

    record RefundTooLarge(Money amount, Money refundable) implements RefundOutcome, Refusal {}

    record NothingToRefund() implements RefundOutcome, Refusal {}
}

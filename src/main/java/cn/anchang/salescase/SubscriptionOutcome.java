package cn.anchang.salescase;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.LocalDate;

/** How 签订认购协议书 ended. */
public sealed interface SubscriptionOutcome
        permits SubscriptionOutcome.Subscribed,
                SubscriptionOutcome.SharesDiffer,
                SubscriptionOutcome.BuyerIdUnreadable,
                SubscriptionOutcome.DepositLineDiffers,
                SubscriptionOutcome.DepositNotReceived,
                SubscriptionOutcome.DueAfterSigning,
                SubscriptionOutcome.DueInThePast,
                SubscriptionOutcome.SpecialTermsDiffer,
                SubscriptionOutcome.SpecialFirstMoneyDiffers,
                SubscriptionOutcome.SpecialLineDiffers,
                Declined {

    /** @param firstPaymentComplete whether all that is due by signing is in already */
    record Subscribed(String no, PaymentTerms terms, SigningClock clock, boolean firstPaymentComplete)
            implements SubscriptionOutcome {}

    record SharesDiffer(int sum) implements SubscriptionOutcome, Refusal {}

    record BuyerIdUnreadable(String name) implements SubscriptionOutcome, Refusal {}

    /** The deposit that was paid becomes part of the price (定金转入), exactly once. */
    record DepositLineDiffers(Money planned, Money deposit) implements SubscriptionOutcome, Refusal {}

    /** The deposit was taken back off the books meanwhile. */
    record DepositNotReceived(Money received, Money deposit) implements SubscriptionOutcome, Refusal {}

    /** The contract is signed only after this money, so it cannot be due later (R05). */
    record DueAfterSigning(InstalmentKind kind, LocalDate dueOn, LocalDate signBy)
            implements SubscriptionOutcome, Refusal {}

    record DueInThePast(InstalmentKind kind, LocalDate dueOn) implements SubscriptionOutcome, Refusal {}

    /** The special price was approved for one way to pay (R09). */
    record SpecialTermsDiffer(String no, PaymentTerms approved, PaymentTerms terms)
            implements SubscriptionOutcome, Refusal {}

    /** The special price was approved for so much before the contract (R09). */
    record SpecialFirstMoneyDiffers(String no, Money approved, Money planned) implements SubscriptionOutcome, Refusal {}

    /** The special price was approved for a plan with this line (R09). */
    record SpecialLineDiffers(String no, InstalmentKind kind, Money amount, LocalDate dueOn)
            implements SubscriptionOutcome, Refusal {}
}

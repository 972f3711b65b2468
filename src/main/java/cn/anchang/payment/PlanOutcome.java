package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** How agreeing on a payment plan ended. */
public sealed interface PlanOutcome
        permits PlanOutcome.PlanOpened,
                PlanOutcome.PlanSumDiffers,
                PlanOutcome.PlanLineNotPositive,
                PlanOutcome.FirstPaymentMissing,
                PlanOutcome.PlanExists,
                PlanOutcome.NoPlanYet,
                DepositAboveCap,
                AmountTooLarge,
                ReasonMissing,
                TextTooLong,
                AccountSettled {

    record PlanOpened(int revision, Money price) implements PlanOutcome {}

    /** @param difference price less sum: positive when lines are missing */
    record PlanSumDiffers(Money price, Money sum, Money difference) implements PlanOutcome, Refusal {}

    record PlanLineNotPositive(int seq) implements PlanOutcome, Refusal {}

    /** Without a first or full payment the contract could be signed on the deposit alone (R07). */
    record FirstPaymentMissing() implements PlanOutcome, Refusal {}

    /** A plan in force is revised with a reason, not opened again. */
    record PlanExists(int revision) implements PlanOutcome, Refusal {}

    record NoPlanYet() implements PlanOutcome, Refusal {}
}

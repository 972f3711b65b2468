package cn.anchang.salescase;

import cn.anchang.shared.Refusal;

/** Another module said no, and its own sentence says why. */
public record Declined(Refusal reason)
        implements VisitOutcome,
                NegotiationOutcome,
                UnitChoiceOutcome,
                DepositOutcome,
                SubscriptionOutcome,
                FirstPaymentOutcome,
                ContractOutcome,
                FilingOutcome,
                RefundOutcome,
                AftercareOutcome,
                ChangeOutcome,
                Refusal {}

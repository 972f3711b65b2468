package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** What the rules answer to somebody who asks for a plan. */
public sealed interface PlanOffer
        permits PlanProposal, PlanOffer.LoanMissing, PlanOffer.LoanTooHigh, PlanOffer.FundLoanTooHigh {

    /** These terms need a loan of this kind, and an amount of it. */
    record LoanMissing(LoanKind kind) implements PlanOffer, Refusal {}

    /**
     * So much borrowed leaves less of one's own than R11 asks for.
     *
     * @param most what may be borrowed in all
     */
    record LoanTooHigh(Money loan, Money most, String percent) implements PlanOffer, Refusal {}

    /** The provident fund lends no more in this city. */
    record FundLoanTooHigh(Money loan, Money most) implements PlanOffer, Refusal {}
}

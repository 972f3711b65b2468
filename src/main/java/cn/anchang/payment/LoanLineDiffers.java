package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** What the lender is to pay and what the plan expects of it are one amount. */
public record LoanLineDiffers(LoanKind kind, Money planned, Money loan) implements Refusal {}

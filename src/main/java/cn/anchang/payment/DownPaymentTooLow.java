package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** Too little is due by signing (R11). */
public record DownPaymentTooLow(Money planned, Money floor, String percent) implements Refusal {}

package cn.anchang.payment;

import cn.anchang.shared.Refusal;

/** Money that went through a bank is found again by its serial number only. */
public record BankSerialMissing(PaymentMethod method) implements ReceiveOutcome, RefundOutcome, Refusal {}

package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.util.UUID;

/** Event: money has come in past the sale's own steps, in the same transaction. */
public record MoneyConfirmed(UUID account, UUID paymentId, Money amount, String by) {}

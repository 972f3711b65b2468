package cn.anchang.payment;

import cn.anchang.shared.Refusal;
import java.time.LocalDate;

/** Money is recorded when it has moved, not before. */
public record PaidInFuture(LocalDate paidOn) implements ReceiveOutcome, RefundOutcome, Refusal {}

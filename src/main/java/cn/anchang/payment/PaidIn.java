package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/** Money that pays a line, by the day the payer paid it. */
public record PaidIn(LocalDate on, Money amount) {}

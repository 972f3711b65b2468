package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/** A line of the plan in force that is not paid in full. */
public record OpenInstalment(int seq, InstalmentKind kind, String kindName, Money rest, LocalDate dueOn) {}

package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;

/** One line of a payment plan as it is agreed. */
public record PlanLine(InstalmentKind kind, Money amount, LocalDate dueOn) {

    /** Paid in full: the deposit on its day, all the rest by the day of signing. */
    public static List<PlanLine> inFull(Money price, Money deposit, LocalDate depositOn, LocalDate signBy) {
        PlanLine rest = new PlanLine(InstalmentKind.FULL, price.minus(deposit), signBy);
        return deposit.isPositive()
                ? List.of(new PlanLine(InstalmentKind.DEPOSIT, deposit, depositOn), rest)
                : List.of(rest);
    }
}

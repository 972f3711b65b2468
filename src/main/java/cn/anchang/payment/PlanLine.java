package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * One line of a payment plan as it is agreed.
 *
 * @param rule what the due date is counted from, or null when the date itself is agreed
 */
public record PlanLine(InstalmentKind kind, Money amount, LocalDate dueOn, DueRule rule) {

    public PlanLine(InstalmentKind kind, Money amount, LocalDate dueOn) {
        this(kind, amount, dueOn, null);
    }

    /** The day the rule gives, once the event it counts from has a day; a line without a rule stays as it is. */
    PlanLine redated(LocalDate signedOn, LocalDate handoverOn) {
        boolean known = rule != null && (rule.event() == DueEvent.SIGNING ? signedOn : handoverOn) != null;
        return known ? new PlanLine(kind, amount, rule.dueOn(signedOn, handoverOn), rule) : this;
    }

    /** Paid in full: the deposit on its day, all the rest by the day of signing. */
    public static List<PlanLine> inFull(Money price, Money deposit, LocalDate depositOn, LocalDate signBy) {
        PlanLine rest = new PlanLine(InstalmentKind.FULL, price.minus(deposit), signBy);
        return deposit.isPositive()
                ? List.of(new PlanLine(InstalmentKind.DEPOSIT, deposit, depositOn), rest)
                : List.of(rest);
    }
}

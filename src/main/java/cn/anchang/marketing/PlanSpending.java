package cn.anchang.marketing;

import cn.anchang.shared.Money;

/**
 * What an edition may cost, was meant to cost and did cost.
 *
 * @param actual the activities as they were settled, and the suppliers' fees as agreed
 */
public record PlanSpending(Money budget, Money planned, Money actual) {

    /** What was spent above the budget; zero when nothing was. */
    public Money overrun() {
        Money over = actual.minus(budget);
        return over.isPositive() ? over : Money.ZERO;
    }
}

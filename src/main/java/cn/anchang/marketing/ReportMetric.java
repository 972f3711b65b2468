package cn.anchang.marketing;

import java.util.function.Function;

/** The numbers of a report that are its period's own: the rows give them again at any later time. Stock is not among them. */
public enum ReportMetric {
    VISITS(Figures::visits),
    FIRST_VISITS(Figures::firstVisits),
    DEPOSITS(Figures::deposits),
    DEPOSIT_MONEY(Figures::depositMoney),
    SUBSCRIPTIONS(figures -> figures.subscriptions().count()),
    SUBSCRIPTION_MONEY(figures -> figures.subscriptions().money()),
    CONTRACTS(figures -> figures.contracts().count()),
    CONTRACT_MONEY(figures -> figures.contracts().money()),
    RECEIPTS(Figures::receipts),
    REFUNDS(Figures::refunds),
    UNDONE(Figures::undone),
    UNDONE_MONEY(Figures::undoneMoney),
    LOST(Figures::lostCases);

    private final Function<Figures, Object> number;

    ReportMetric(Function<Figures, Object> number) {
        this.number = number;
    }

    /** A whole number or {@link cn.anchang.shared.Money}. */
    public Object of(Figures figures) {
        return number.apply(figures);
    }
}

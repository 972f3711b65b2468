package cn.anchang.change;

import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.OtherTermsWanted;
import cn.anchang.mortgage.UndoingWanted;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.salescase.SalesChanges;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A refused loan leads to a change order; the mortgage waits for what becomes of it. */
@Component
class MortgageChanges {

    private final ChangeDesk desk;
    private final SalesChanges sales;
    private final MortgageDesk mortgages;

    MortgageChanges(ChangeDesk desk, SalesChanges sales, MortgageDesk mortgages) {
        this.desk = desk;
        this.sales = sales;
        this.mortgages = mortgages;
    }

    @EventListener
    void on(OtherTermsWanted wanted) {
        desk.needed(wanted.caseId(), ChangeKind.CHANGE_TERMS, wanted.reason(), wanted.by());
    }

    @EventListener
    void on(UndoingWanted wanted) {
        boolean contracted =
                sales.standing(wanted.caseId()).orElseThrow().contract().isPresent();
        desk.needed(
                wanted.caseId(),
                contracted ? ChangeKind.RETURN_UNIT : ChangeKind.WITHDRAW,
                wanted.reason(),
                wanted.by());
    }

    @EventListener
    void on(LoanSettledWithBank settled) {
        mortgages.settledWithBank(settled.caseId(), settled.order(), settled.by());
    }

    @EventListener
    void on(ChangeCameToNothing ended) {
        if (ended.byMortgage()) {
            mortgages.requestEnded(ended.caseId());
        }
    }
}

package cn.anchang.salescase;

import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyConfirmed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Money recorded past the sale may be what 收取首期或全款 waits for (R07): then that task is done by whoever brought it in. */
@Component
class FirstMoneyWatch {

    private final SalesCases cases;
    private final Ledger ledger;
    private final SalesCaseProcess process;

    FirstMoneyWatch(SalesCases cases, Ledger ledger, SalesCaseProcess process) {
        this.cases = cases;
        this.ledger = ledger;
        this.process = process;
    }

    @EventListener
    void confirmed(MoneyConfirmed money) {
        if (cases.findById(money.account())
                        .filter(sale -> sale.state() == CaseState.SUBSCRIBED)
                        .isPresent()
                && ledger.dueBySigningPaid(money.account())) {
            process.firstMoneyComplete(money.account());
        }
    }
}

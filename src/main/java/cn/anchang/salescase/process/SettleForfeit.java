package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.REFUND_DUE;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.SigningDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "处置定金" of an undone sale: settles the money and answers "是否有应退款?". */
@Component
class SettleForfeit implements JavaDelegate {

    private final SigningDesk desk;

    SettleForfeit(SigningDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        REFUND_DUE.set(execution, desk.settleUndone(caseId(execution)));
    }
}

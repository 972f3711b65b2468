package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.mortgage.MortgageDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "补足贷款差额": a new instalment for what the bank does not lend (R15). */
@Component
class PlanShortfall implements JavaDelegate {

    private final MortgageDesk desk;

    PlanShortfall(MortgageDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.planShortfall(caseId(execution));
    }
}

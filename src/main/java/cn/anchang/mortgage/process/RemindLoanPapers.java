package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.CONSULTANT;
import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.mortgage.MortgageDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "提醒催收资料" (R14). */
@Component
class RemindLoanPapers implements JavaDelegate {

    private final MortgageDesk desk;

    RemindLoanPapers(MortgageDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remindPapers(caseId(execution), CONSULTANT.get(execution));
    }
}

package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.CONSULTANT;
import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.mortgage.MortgageDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "提醒催放款" (R14). */
@Component
class RemindRelease implements JavaDelegate {

    private final MortgageDesk desk;

    RemindRelease(MortgageDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remindRelease(caseId(execution), CONSULTANT.get(execution));
    }
}

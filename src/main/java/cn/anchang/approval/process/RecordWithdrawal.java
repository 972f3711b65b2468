package cn.anchang.approval.process;

import static cn.anchang.approval.process.ApprovalVariables.FURTHER_STEP;
import static cn.anchang.approval.process.ApprovalVariables.OUTCOME;
import static cn.anchang.approval.process.ApprovalVariables.WITHDRAWN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "记录撤回": the desk has closed the matter already; here the round learns how it ended. */
@Component
class RecordWithdrawal implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        OUTCOME.set(execution, "withdrawn");
        WITHDRAWN.set(execution, true);
        FURTHER_STEP.set(execution, false);
    }
}

package cn.anchang.approval.process;

import static cn.anchang.approval.process.ApprovalVariables.matterId;

import cn.anchang.approval.Approvals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "提醒审批人". */
@Component
class RemindApprover implements JavaDelegate {

    private final Approvals approvals;

    RemindApprover(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.remind(matterId(execution));
    }
}

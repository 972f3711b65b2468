package cn.anchang.approval.process;

import static cn.anchang.approval.process.ApprovalVariables.FURTHER_STEP;
import static cn.anchang.approval.process.ApprovalVariables.OUTCOME;
import static cn.anchang.approval.process.ApprovalVariables.WITHDRAWN;
import static cn.anchang.approval.process.ApprovalVariables.matterId;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.DecideOutcome;
import cn.anchang.approval.DecideOutcome.Decided;
import cn.anchang.approval.DecisionForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "审批文件": answers "审批结果?" and "是否还有下一级审批?". */
@Component
class MatterDecided implements TaskListener {

    private final Approvals approvals;
    private final Forms forms;
    private final Refusals refusals;

    MatterDecided(Approvals approvals, Forms forms, Refusals refusals) {
        this.approvals = approvals;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        DecisionForm form = forms.read(task, DecisionForm.class);
        DecideOutcome outcome = approvals.decide(
                matterId(task.getExecution()),
                form.decision(),
                form.reason(),
                form.fingerprint(),
                Actor.of(task).userId());
        Decided decided = refusals.accept(outcome, Decided.class);
        OUTCOME.set(
                task,
                switch (decided.decision()) {
                    case AGREE -> "approved";
                    case RETURN -> "returned";
                    case REJECT -> "rejected";
                });
        WITHDRAWN.set(task, false);
        FURTHER_STEP.set(task, decided.further());
    }
}

package cn.anchang.approval.process;

import static cn.anchang.approval.process.ApprovalVariables.matterId;

import cn.anchang.approval.Approvals;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Service task "提请上级审批": the group above may take the same task, and those asked first still may. Whoever claimed it and did
 * nothing no longer holds it.
 */
@Component
class EscalateApproval implements JavaDelegate {

    private final Approvals approvals;

    EscalateApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        approvals
                .escalate(matterId(execution))
                .ifPresent(superior -> tasks.createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .taskDefinitionKey("userTask_decide")
                        .list()
                        .forEach(open -> {
                            tasks.addCandidateGroup(open.getId(), superior);
                            tasks.setAssignee(open.getId(), null);
                        }));
    }
}

package cn.anchang.approval.process;

import static cn.anchang.approval.process.ApprovalVariables.APPROVER_GROUP;
import static cn.anchang.approval.process.ApprovalVariables.ESCALATE_AT;
import static cn.anchang.approval.process.ApprovalVariables.MATTER_ID;
import static cn.anchang.approval.process.ApprovalVariables.REMIND_AT;
import static cn.anchang.approval.process.ApprovalVariables.SUBJECT;
import static cn.anchang.approval.process.ApprovalVariables.versionId;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Documents;
import cn.anchang.approval.MatterView;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "提请下一级审批": which group decides, and until when. */
@Component
class BringMatter implements JavaDelegate {

    private final Approvals approvals;
    private final Documents documents;

    BringMatter(Approvals approvals, Documents documents) {
        this.approvals = approvals;
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MatterView matter = approvals.view(approvals.bring(versionId(execution)));
        MATTER_ID.set(execution, matter.id().toString());
        APPROVER_GROUP.set(execution, matter.group());
        REMIND_AT.set(execution, matter.remindAt());
        ESCALATE_AT.set(execution, matter.dueAt());
        SUBJECT.set(execution, documents.subject(matter.versionId()));
    }
}

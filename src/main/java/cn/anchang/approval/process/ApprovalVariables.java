package cn.anchang.approval.process;

import cn.anchang.engine.Variable;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What the processes of approval keep: which version and matter, who is asked until when, how it ended. Never any content. */
final class ApprovalVariables {

    static final Variable<String> VERSION_ID = Variable.text("versionId");
    static final Variable<String> MATTER_ID = Variable.text("matterId");
    static final Variable<String> APPROVER_GROUP = Variable.text("approverGroup");
    static final Variable<Instant> REMIND_AT = Variable.moment("approvalRemindAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("approvalEscalateAt");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> OUTCOME = Variable.text("approvalOutcome");
    static final Variable<Boolean> WITHDRAWN = Variable.flag("approvalWithdrawn");
    static final Variable<Boolean> FURTHER_STEP = Variable.flag("furtherStep");

    private ApprovalVariables() {}

    static UUID matterId(VariableScope scope) {
        return UUID.fromString(MATTER_ID.get(scope));
    }

    static UUID versionId(VariableScope scope) {
        return UUID.fromString(VERSION_ID.get(scope));
    }
}

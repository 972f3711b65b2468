package cn.anchang.marketing.process;

import cn.anchang.engine.Variable;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What the process of a report keeps: which version is on its way, and when the site is reminded. Never a number of it. */
final class ReportVariables {

    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<Instant> DUE_AT = Variable.moment("reportDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("reportEscalateAt");
    static final Variable<String> VERSION_ID = Variable.text("versionId");
    static final Variable<Boolean> APPROVAL_NEEDED = Variable.flag("approvalNeeded");

    private ReportVariables() {}

    /** The business key of a report's process is the report's id. */
    static UUID reportId(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID reportId(DelegateTask task) {
        return reportId(task.getExecution());
    }
}

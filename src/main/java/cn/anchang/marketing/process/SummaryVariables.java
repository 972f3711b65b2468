package cn.anchang.marketing.process;

import cn.anchang.engine.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a stage summary's process keeps: references and answers, never what the summary says. */
final class SummaryVariables {

    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> VERSION_ID = Variable.text("versionId");
    static final Variable<Boolean> PLAN_REVISED = Variable.flag("planRevised");

    private SummaryVariables() {}

    /** The business key is the summary's id. */
    static UUID summaryId(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID summaryId(DelegateTask task) {
        return summaryId(task.getExecution());
    }
}

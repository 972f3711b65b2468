package cn.anchang.collection.process;

import cn.anchang.engine.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What the process of a waiver keeps: references and answers, never an amount. */
final class WaiverVariables {

    static final Variable<String> CONSULTANT = Variable.text("consultant");
    static final Variable<String> CUSTOMER_NAME = Variable.text("customerName");
    static final Variable<String> UNIT_NO = Variable.text("unitNo");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> VERSION_ID = Variable.text("versionId");
    static final Variable<Boolean> ASKED_AGAIN = Variable.flag("askedAgain");

    private WaiverVariables() {}

    /** The business key is the waiver's id. */
    static UUID waiverId(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID waiverId(DelegateTask task) {
        return waiverId(task.getExecution());
    }
}

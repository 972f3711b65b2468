package cn.anchang.change.process;

import cn.anchang.engine.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a change order's process keeps: references, answers, and what a task list shows. */
final class ChangeVariables {

    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> VERSION_ID = Variable.text("versionId");
    static final Variable<String> CONSULTANT = Variable.text("consultant");
    static final Variable<String> CUSTOMER_NAME = Variable.text("customerName");
    static final Variable<String> UNIT_NO = Variable.text("unitNo");
    static final Variable<Boolean> CHANGE_SUBMITTED = Variable.flag("changeSubmitted");
    static final Variable<Boolean> CLEARANCE_NEEDED = Variable.flag("clearanceNeeded");
    static final Variable<Boolean> RECEIPTS_OUT = Variable.flag("receiptsOut");
    static final Variable<Boolean> CHANGE_EXECUTED = Variable.flag("changeExecuted");
    static final Variable<String> FAILURE_ANSWER = Variable.text("failureAnswer");

    private ChangeVariables() {}

    /** The business key is the order's id. */
    static UUID orderId(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID orderId(DelegateTask task) {
        return orderId(task.getExecution());
    }
}

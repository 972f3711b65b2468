package cn.anchang.collection.process;

import cn.anchang.engine.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What 付款提醒 keeps. */
final class ReminderVariables {

    static final Variable<String> REMINDED_UP_TO = Variable.text("remindedUpTo");
    static final Variable<Boolean> MORE_TO_REMIND = Variable.flag("moreToRemind");
    static final Variable<String> ARREARS_OPENED_UP_TO = Variable.text("arrearsOpenedUpTo");
    static final Variable<Boolean> MORE_ARREARS = Variable.flag("moreArrears");
    static final Variable<String> CONSULTANT = Variable.text("consultant");
    static final Variable<String> CUSTOMER_NAME = Variable.text("customerName");
    static final Variable<String> UNIT_NO = Variable.text("unitNo");
    static final Variable<String> SUBJECT = Variable.text("subject");

    private ReminderVariables() {}

    /** A call's business key is the reminder's id. */
    static UUID reminderId(DelegateTask task) {
        return UUID.fromString(task.getExecution().getProcessBusinessKey());
    }
}

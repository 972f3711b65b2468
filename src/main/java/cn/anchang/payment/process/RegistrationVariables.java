package cn.anchang.payment.process;

import cn.anchang.engine.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What 收款登记 keeps: answers, and what a task list shows. */
final class RegistrationVariables {

    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<Boolean> SECOND_PERSON_NEEDED = Variable.flag("secondPersonNeeded");
    static final Variable<Boolean> MONEY_CONFIRMED = Variable.flag("moneyConfirmed");

    private RegistrationVariables() {}

    /** The business key is the payment's id. */
    static UUID paymentId(DelegateTask task) {
        return UUID.fromString(task.getExecution().getProcessBusinessKey());
    }
}

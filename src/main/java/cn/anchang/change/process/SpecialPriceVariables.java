package cn.anchang.change.process;

import cn.anchang.engine.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What the process of a special price keeps: references and answers, never the price. */
final class SpecialPriceVariables {

    static final Variable<String> CONSULTANT = Variable.text("consultant");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> VERSION_ID = Variable.text("versionId");
    static final Variable<Boolean> ASKED_AGAIN = Variable.flag("askedAgain");

    private SpecialPriceVariables() {}

    /** The business key is the special price's id. */
    static UUID specialPriceId(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID specialPriceId(DelegateTask task) {
        return specialPriceId(task.getExecution());
    }
}

package cn.anchang.collection.process;

import cn.anchang.collection.RescissionForm.Decision;
import cn.anchang.engine.Variable;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What 逾期催收 keeps: references, days and answers. */
final class ArrearsVariables {

    static final Variable<String> CONSULTANT = Variable.text("consultant");
    static final Variable<String> CUSTOMER_NAME = Variable.text("customerName");
    static final Variable<String> UNIT_NO = Variable.text("unitNo");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<Instant> LETTER_AT = Variable.moment("letterAt");
    static final Variable<Instant> CALL_AGAIN_AT = Variable.moment("callAgainAt");
    static final Variable<Boolean> LETTER_DUE = Variable.flag("letterDue");
    static final Variable<String> VERSION_ID = Variable.text("versionId");
    static final Variable<Instant> REVIEW_AT = Variable.moment("reviewAt");
    static final Variable<Instant> REVIEW_AGAIN_AT = Variable.moment("reviewAgainAt");
    static final Variable<Decision> REVIEW_DECISION = Variable.word("reviewDecision", Decision.class);

    private ArrearsVariables() {}

    /** The business key is the id of the arrears. */
    static UUID arrearsId(DelegateTask task) {
        return UUID.fromString(task.getExecution().getProcessBusinessKey());
    }
}

package cn.anchang.salescase.process;

import cn.anchang.engine.Variable;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a sale's processes keep: answers for gateways, moments for timers, what a task list shows. Nothing personal in clear (R35). */
final class CaseVariables {

    static final Variable<String> CONSULTANT = Variable.text("consultant");
    static final Variable<String> CUSTOMER_NAME = Variable.text("customerName");
    static final Variable<String> PROJECT_NAME = Variable.text("projectName");
    static final Variable<Boolean> VISIT_JOINED = Variable.flag("visitJoined");
    static final Variable<String> NEGOTIATION_OUTCOME = Variable.text("negotiationOutcome");
    static final Variable<Instant> FOLLOW_UP_AT = Variable.moment("followUpAt");
    static final Variable<Boolean> UNIT_CHOSEN = Variable.flag("unitChosen");
    static final Variable<String> UNIT_NO = Variable.text("unitNo");
    static final Variable<Instant> HOLD_UNTIL = Variable.moment("holdUntil");
    static final Variable<Instant> SUBSCRIBE_REMIND_AT = Variable.moment("subscribeRemindAt");
    static final Variable<Instant> SUBSCRIBE_ESCALATE_AT = Variable.moment("subscribeEscalateAt");
    static final Variable<String> PAYMENT_METHOD = Variable.text("paymentMethod");
    static final Variable<Instant> SIGN_BY = Variable.moment("signBy");
    static final Variable<Instant> SIGN_REMIND_FIRST_AT = Variable.moment("signRemindFirstAt");
    static final Variable<Instant> SIGN_REMIND_SECOND_AT = Variable.moment("signRemindSecondAt");
    static final Variable<Instant> SIGN_OVERDUE_AT = Variable.moment("signOverdueAt");
    static final Variable<Boolean> FIRST_PAYMENT_COMPLETE = Variable.flag("firstPaymentComplete");
    static final Variable<Instant> FILE_BY = Variable.moment("fileBy");
    static final Variable<Instant> FILE_WARN_AT = Variable.moment("fileWarnAt");
    static final Variable<String> OVERDUE_DECISION = Variable.text("overdueDecision");
    static final Variable<Instant> EXTENDED_UNTIL = Variable.moment("extendedUntil");
    static final Variable<Boolean> DEPOSIT_FORFEITED = Variable.flag("depositForfeited");
    static final Variable<Boolean> REFUND_DUE = Variable.flag("refundDue");
    static final Variable<Boolean> MORTGAGE_NEEDED = Variable.flag("mortgageNeeded");
    static final Variable<String> UNDO_KIND = Variable.text("undoKind");
    static final Variable<Instant> PAPER_BY = Variable.moment("paperBy");
    static final Variable<Instant> DELIVER_BY = Variable.moment("deliverBy");
    static final Variable<Instant> TITLE_BY = Variable.moment("titleBy");

    private CaseVariables() {}

    /** The business key of a sale's processes is the case's id. */
    static UUID caseId(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID caseId(DelegateTask task) {
        return caseId(task.getExecution());
    }
}

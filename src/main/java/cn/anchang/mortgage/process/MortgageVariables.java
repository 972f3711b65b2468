package cn.anchang.mortgage.process;

import cn.anchang.engine.Variable;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What 按揭办理 keeps: answers for gateways and moments for timers. */
final class MortgageVariables {

    static final Variable<String> CONSULTANT = Variable.text("consultant");
    static final Variable<Instant> PAPERS_REMIND_AT = Variable.moment("papersRemindAt");
    static final Variable<Boolean> PAPERS_COMPLETE = Variable.flag("papersComplete");
    static final Variable<String> BANK_ANSWER = Variable.text("bankAnswer");
    static final Variable<Boolean> LOAN_IN_FULL = Variable.flag("loanInFull");
    static final Variable<Boolean> ANOTHER_BANK = Variable.flag("anotherBank");
    static final Variable<Instant> FIRST_RELEASE_DUE_AT = Variable.moment("firstReleaseDueAt");
    static final Variable<Instant> LAST_RELEASE_DUE_AT = Variable.moment("lastReleaseDueAt");
    static final Variable<Boolean> ALL_RELEASED = Variable.flag("allReleased");

    static final Variable<Boolean> TERMS_CHANGED = Variable.flag("termsChanged");

    private MortgageVariables() {}

    /** The business key is the sale's. */
    static UUID caseId(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID caseId(DelegateTask task) {
        return caseId(task.getExecution());
    }
}

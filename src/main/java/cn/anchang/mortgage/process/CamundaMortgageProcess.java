package cn.anchang.mortgage.process;

import cn.anchang.engine.TaskForms;
import cn.anchang.mortgage.MortgageProcess;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** Tells a loan file's process what happened, if it waits for that. */
@Component
class CamundaMortgageProcess implements MortgageProcess {

    static final String TERMS_CHANGED = "sales-case-mortgage.terms-changed";
    static final String REQUEST_ENDED = "sales-case-mortgage.request-ended";

    private final RuntimeService runtime;
    private final TaskForms forms;
    private final Clock clock;

    CamundaMortgageProcess(RuntimeService runtime, TaskForms forms, Clock clock) {
        this.runtime = runtime;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public void termsChanged(UUID caseId) {
        waiting(caseId, TERMS_CHANGED).forEach(loan -> {
            runtime.setVariable(loan.getProcessInstanceId(), MortgageVariables.TERMS_CHANGED.name(), true);
            runtime.messageEventReceived(TERMS_CHANGED, loan.getId());
        });
    }

    @Override
    public void loanMoneyComplete(UUID caseId) {
        forms.submitOpen(
                caseId.toString(),
                "userTask_recordRelease",
                Map.of("amount", "0.00", "payer", "—", "paidOn", LocalDate.now(clock)));
    }

    @Override
    public void requestEnded(UUID caseId) {
        waiting(caseId, REQUEST_ENDED).forEach(loan -> runtime.messageEventReceived(REQUEST_ENDED, loan.getId()));
    }

    private List<Execution> waiting(UUID caseId, String message) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseId.toString())
                .messageEventSubscriptionName(message)
                .list();
    }
}

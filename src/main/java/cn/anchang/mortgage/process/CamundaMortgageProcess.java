package cn.anchang.mortgage.process;

import cn.anchang.mortgage.MortgageProcess;
import java.util.List;
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

    CamundaMortgageProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void termsChanged(UUID caseId) {
        waiting(caseId, TERMS_CHANGED).forEach(loan -> {
            runtime.setVariable(loan.getProcessInstanceId(), MortgageVariables.TERMS_CHANGED.name(), true);
            runtime.messageEventReceived(TERMS_CHANGED, loan.getId());
        });
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

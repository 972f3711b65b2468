package cn.anchang.salescase.process;

import cn.anchang.salescase.SalesCaseProcess;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells a running sale what happened, if it waits for that. */
@Component
class CamundaSalesCaseProcess implements SalesCaseProcess {

    static final String CUSTOMER_RETURNED = "sales-case.customer-returned";

    private final RuntimeService runtime;

    CamundaSalesCaseProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void customerReturned(UUID caseId) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseId.toString())
                .messageEventSubscriptionName(CUSTOMER_RETURNED)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(CUSTOMER_RETURNED, waiting.getId()));
    }
}

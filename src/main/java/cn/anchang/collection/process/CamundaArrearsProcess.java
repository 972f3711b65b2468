package cn.anchang.collection.process;

import static cn.anchang.collection.process.ArrearsVariables.CONSULTANT;
import static cn.anchang.collection.process.ArrearsVariables.CUSTOMER_NAME;
import static cn.anchang.collection.process.ArrearsVariables.LETTER_AT;
import static cn.anchang.collection.process.ArrearsVariables.REVIEW_AT;
import static cn.anchang.collection.process.ArrearsVariables.SUBJECT;
import static cn.anchang.collection.process.ArrearsVariables.UNIT_NO;

import cn.anchang.collection.ArrearsProcess;
import cn.anchang.engine.AsTheSystem;
import cn.anchang.engine.Tenants;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Begins 逾期催收 and tells it what happened elsewhere. */
@Component
class CamundaArrearsProcess implements ArrearsProcess {

    static final String PROCESS = "payment-arrears";
    static final String SETTLED = "payment-arrears.settled";
    static final String CHANGE_ENDED = "payment-arrears.change-ended";

    private final RuntimeService runtime;
    private final Tenants tenants;
    private final AsTheSystem system;

    CamundaArrearsProcess(RuntimeService runtime, Tenants tenants, AsTheSystem system) {
        this.runtime = runtime;
        this.tenants = tenants;
        this.system = system;
    }

    @Override
    public void opened(
            UUID arrearsId,
            String consultant,
            String customerName,
            String unitNo,
            String subject,
            Instant letterAt,
            Instant reviewAt) {
        Map<String, Object> variables = new HashMap<>();
        CONSULTANT.put(variables, consultant);
        CUSTOMER_NAME.put(variables, customerName);
        UNIT_NO.put(variables, unitNo);
        SUBJECT.put(variables, subject);
        LETTER_AT.put(variables, letterAt);
        REVIEW_AT.put(variables, reviewAt);
        system.run(() -> runtime.startProcessInstanceByKey(
                PROCESS, arrearsId.toString(), tenants.of(PROCESS, arrearsId, variables)));
    }

    @Override
    public void settled(UUID arrearsId) {
        tell(arrearsId, SETTLED);
    }

    @Override
    public void changeEnded(UUID arrearsId) {
        tell(arrearsId, CHANGE_ENDED);
    }

    /** Nobody waits for it once the process is over. */
    private void tell(UUID arrearsId, String message) {
        system.run(() -> runtime.createExecutionQuery()
                .processInstanceBusinessKey(arrearsId.toString())
                .messageEventSubscriptionName(message)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId())));
    }
}

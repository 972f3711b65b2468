package cn.anchang.collection.process;

import cn.anchang.collection.WaiverProcess;
import cn.anchang.engine.AsTheSystem;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Begins 违约金减免: the desk has decided already who may ask. */
@Component
class CamundaWaiverProcess implements WaiverProcess {

    private final RuntimeService runtime;
    private final AsTheSystem system;

    CamundaWaiverProcess(RuntimeService runtime, AsTheSystem system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void asked(UUID waiverId, String applicant, String customerName, String unitNo) {
        Map<String, Object> variables = new HashMap<>();
        WaiverVariables.CONSULTANT.put(variables, applicant);
        WaiverVariables.CUSTOMER_NAME.put(variables, customerName);
        WaiverVariables.UNIT_NO.put(variables, unitNo);
        system.run(() -> runtime.startProcessInstanceByKey("late-fee-waiver", waiverId.toString(), variables));
    }
}

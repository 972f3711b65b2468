package cn.anchang.collection.process;

import cn.anchang.collection.WaiverProcess;
import cn.anchang.engine.AsTheSystem;
import cn.anchang.engine.Tenants;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Begins 违约金减免: the desk has decided already who may ask. */
@Component
class CamundaWaiverProcess implements WaiverProcess {

    private static final String PROCESS = "late-fee-waiver";

    private final RuntimeService runtime;
    private final Tenants tenants;
    private final AsTheSystem system;

    CamundaWaiverProcess(RuntimeService runtime, Tenants tenants, AsTheSystem system) {
        this.runtime = runtime;
        this.tenants = tenants;
        this.system = system;
    }

    @Override
    public void asked(UUID waiverId, String applicant, String customerName, String unitNo) {
        Map<String, Object> variables = new HashMap<>();
        WaiverVariables.CONSULTANT.put(variables, applicant);
        WaiverVariables.CUSTOMER_NAME.put(variables, customerName);
        WaiverVariables.UNIT_NO.put(variables, unitNo);
        system.run(() -> runtime.startProcessInstanceByKey(
                PROCESS, waiverId.toString(), tenants.of(PROCESS, waiverId, variables)));
    }
}

package cn.anchang.approval.process;

import cn.anchang.approval.ApprovalProcess;
import cn.anchang.engine.AsTheSystem;
import cn.anchang.engine.Tenants;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Sets approvals going in the engine, and tells a waiting round that its version was taken back. */
@Component
class CamundaApprovalProcess implements ApprovalProcess {

    static final String WITHDRAWN = "approval-round.withdrawn";

    private static final String APPROVAL = "document-approval";

    private final RuntimeService runtime;
    private final Tenants tenants;
    private final AsTheSystem system;

    CamundaApprovalProcess(RuntimeService runtime, Tenants tenants, AsTheSystem system) {
        this.runtime = runtime;
        this.tenants = tenants;
        this.system = system;
    }

    @Override
    public void begin(UUID documentId, UUID versionId) {
        system.run(() -> runtime.startProcessInstanceByKey(
                APPROVAL,
                documentId.toString(),
                tenants.of(APPROVAL, documentId, Map.of(ApprovalVariables.VERSION_ID.name(), versionId.toString()))));
    }

    @Override
    public void withdrawn(UUID matterId) {
        system.run(() -> runtime.createExecutionQuery()
                .messageEventSubscriptionName(WITHDRAWN)
                .processVariableValueEquals(ApprovalVariables.MATTER_ID.name(), matterId.toString())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(WITHDRAWN, waiting.getId())));
    }
}

package cn.anchang.approval.process;

import cn.anchang.approval.ApprovalProcess;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Sets approvals going in the engine, and tells a waiting round that its version was taken back. */
@Component
class CamundaApprovalProcess implements ApprovalProcess {

    static final String WITHDRAWN = "approval-round.withdrawn";

    private final RuntimeService runtime;
    private final IdentityService identity;

    CamundaApprovalProcess(RuntimeService runtime, IdentityService identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public void begin(UUID documentId, UUID versionId) {
        asTheSystem(() -> runtime.startProcessInstanceByKey(
                "document-approval",
                documentId.toString(),
                Map.of(ApprovalVariables.VERSION_ID.name(), versionId.toString())));
    }

    @Override
    public void withdrawn(UUID matterId) {
        asTheSystem(() -> runtime.createExecutionQuery()
                .messageEventSubscriptionName(WITHDRAWN)
                .processVariableValueEquals(ApprovalVariables.MATTER_ID.name(), matterId.toString())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(WITHDRAWN, waiting.getId())));
    }

    /** The desk has decided who may; nobody needs the engine's right besides. */
    private void asTheSystem(Runnable act) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            act.run();
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
        }
    }
}

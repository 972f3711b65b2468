package cn.anchang.marketing.process;

import cn.anchang.marketing.SummaryProcess;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Begins the summary of a stage that has ended; nobody signed in needs a right of their own for it. */
@Component
class CamundaSummaryProcess implements SummaryProcess {

    static final String STAGE_ENDED = "stage-summary.stage-ended";

    private final RuntimeService runtime;
    private final IdentityService identity;

    CamundaSummaryProcess(RuntimeService runtime, IdentityService identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public void stageEnded(UUID summaryId) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            runtime.startProcessInstanceByMessage(STAGE_ENDED, summaryId.toString());
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
        }
    }
}

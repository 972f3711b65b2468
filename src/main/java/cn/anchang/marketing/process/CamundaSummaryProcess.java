package cn.anchang.marketing.process;

import cn.anchang.engine.AsTheSystem;
import cn.anchang.engine.Tenants;
import cn.anchang.marketing.SummaryProcess;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Begins the summary of a stage that has ended; nobody signed in needs a right of their own for it. */
@Component
class CamundaSummaryProcess implements SummaryProcess {

    static final String STAGE_ENDED = "stage-summary.stage-ended";

    private final RuntimeService runtime;
    private final Tenants tenants;
    private final AsTheSystem system;

    CamundaSummaryProcess(RuntimeService runtime, Tenants tenants, AsTheSystem system) {
        this.runtime = runtime;
        this.tenants = tenants;
        this.system = system;
    }

    @Override
    public void stageEnded(UUID summaryId) {
        system.run(() -> runtime.startProcessInstanceByMessage(
                STAGE_ENDED, summaryId.toString(), tenants.of("stage-summary", summaryId, Map.of())));
    }
}

package cn.anchang.marketing.process;

import cn.anchang.engine.Tenants;
import cn.anchang.marketing.ReportProcess;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Sets a report's process going; called by the schedule, inside the engine. */
@Component
class CamundaReportProcess implements ReportProcess {

    static final String PERIOD_ENDED = "sales-report.period-ended";

    private final RuntimeService runtime;
    private final Tenants tenants;

    CamundaReportProcess(RuntimeService runtime, Tenants tenants) {
        this.runtime = runtime;
        this.tenants = tenants;
    }

    @Override
    public void periodEnded(UUID reportId) {
        runtime.startProcessInstanceByMessage(
                PERIOD_ENDED, reportId.toString(), tenants.of("sales-report", reportId, Map.of()));
    }
}

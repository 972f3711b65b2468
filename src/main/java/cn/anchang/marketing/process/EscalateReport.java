package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.ReportVariables.reportId;

import cn.anchang.marketing.ReportDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "上报营销总监". */
@Component
class EscalateReport implements JavaDelegate {

    private final ReportDesk desk;

    EscalateReport(ReportDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.escalate(reportId(execution));
    }
}

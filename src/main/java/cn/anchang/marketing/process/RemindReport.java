package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.ReportVariables.reportId;

import cn.anchang.marketing.ReportDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "催交报告". */
@Component
class RemindReport implements JavaDelegate {

    private final ReportDesk desk;

    RemindReport(ReportDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remind(reportId(execution));
    }
}

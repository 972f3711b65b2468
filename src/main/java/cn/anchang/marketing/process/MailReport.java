package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.ReportVariables.VERSION_ID;
import static cn.anchang.marketing.process.ReportVariables.reportId;

import cn.anchang.marketing.ReportDesk;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "发送给总经理": posts the letters, which a worker delivers, and attaches the report as a workbook. */
@Component
class MailReport implements JavaDelegate {

    private final ReportDesk desk;

    MailReport(ReportDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AttachedWorkbook.to(execution, desk.mail(reportId(execution), UUID.fromString(VERSION_ID.get(execution))));
    }
}

package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.ReportVariables.DUE_AT;
import static cn.anchang.marketing.process.ReportVariables.ESCALATE_AT;
import static cn.anchang.marketing.process.ReportVariables.SUBJECT;
import static cn.anchang.marketing.process.ReportVariables.reportId;

import cn.anchang.marketing.ReportDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "填入本期数据": the numbers as they are now, and until when the rest is to be written. */
@Component
class PrefillReport implements JavaDelegate {

    private final ReportDesk desk;

    PrefillReport(ReportDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReportDesk.Prefilled given = desk.prefill(reportId(execution));
        SUBJECT.set(execution, given.subject());
        DUE_AT.set(execution, given.dueAt());
        ESCALATE_AT.set(execution, given.escalateAt());
    }
}

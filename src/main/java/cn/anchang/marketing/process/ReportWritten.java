package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.ReportVariables.APPROVAL_NEEDED;
import static cn.anchang.marketing.process.ReportVariables.VERSION_ID;
import static cn.anchang.marketing.process.ReportVariables.reportId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.ReportDesk;
import cn.anchang.marketing.ReportForm;
import cn.anchang.marketing.ReportOutcome;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "编写报告": the report is submitted, on time or late (R26). */
@Component
class ReportWritten implements TaskListener {

    private final ReportDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ReportWritten(ReportDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ReportForm form = forms.read(task, ReportForm.class);
        ReportOutcome.ReportSubmitted submitted = refusals.accept(
                desk.submit(reportId(task), form, Actor.of(task).userId()), ReportOutcome.ReportSubmitted.class);
        VERSION_ID.set(task, submitted.versionId().toString());
        APPROVAL_NEEDED.set(task, submitted.approvalNeeded());
    }
}

package cn.anchang.marketing.process;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.ReportDesk;
import cn.anchang.marketing.ReportOpening;
import cn.anchang.marketing.ReportStartForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "需要一份报告": somebody does not wait for the schedule; the process takes the report's id as its business key. */
@Component
class ReportOpenedByHand implements ExecutionListener {

    private final ReportDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ReportOpenedByHand(ReportDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ReportStartForm form = forms.read(execution, ReportStartForm.class);
        ReportOpening.ReportOpened opened =
                refusals.accept(desk.openByHand(form, Actor.of(execution).userId()), ReportOpening.ReportOpened.class);
        execution.setProcessBusinessKey(opened.reportId().toString());
    }
}

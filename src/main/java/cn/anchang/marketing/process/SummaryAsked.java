package cn.anchang.marketing.process;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.SummaryDesk;
import cn.anchang.marketing.SummaryOpenOutcome.SummaryOpened;
import cn.anchang.marketing.SummaryStartForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "总结已发起": somebody asks for a summary; the process takes its id as business key. */
@Component
class SummaryAsked implements ExecutionListener {

    private final SummaryDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    SummaryAsked(SummaryDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        SummaryStartForm form = forms.read(execution, SummaryStartForm.class);
        SummaryOpened opened =
                refusals.accept(desk.open(form, Actor.of(execution).userId()), SummaryOpened.class);
        execution.setProcessBusinessKey(opened.summaryId().toString());
    }
}

package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.SummaryVariables.VERSION_ID;
import static cn.anchang.marketing.process.SummaryVariables.summaryId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.StageSummaryForm;
import cn.anchang.marketing.SummaryDesk;
import cn.anchang.marketing.SummaryWriteOutcome.SummarySubmitted;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "编写阶段性营销总结": the version goes before its approvers. */
@Component
class SummaryWritten implements TaskListener {

    private final SummaryDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    SummaryWritten(SummaryDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        StageSummaryForm form = forms.read(task, StageSummaryForm.class);
        SummarySubmitted submitted = refusals.accept(
                desk.submit(summaryId(task), form, Actor.of(task).userId()), SummarySubmitted.class);
        VERSION_ID.set(task, submitted.versionId().toString());
    }
}

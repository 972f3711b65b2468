package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.SummaryVariables.PLAN_REVISED;
import static cn.anchang.marketing.process.SummaryVariables.summaryId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.RevisionDecisionForm;
import cn.anchang.marketing.RevisionOutcome;
import cn.anchang.marketing.SummaryDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "决定是否修订推广计划", and by which proposals. */
@Component
class RevisionDecided implements TaskListener {

    private final SummaryDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    RevisionDecided(SummaryDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        RevisionDecisionForm form = forms.read(task, RevisionDecisionForm.class);
        RevisionOutcome.RevisionDecided decided = refusals.accept(
                desk.decide(summaryId(task), form, Actor.of(task).userId()), RevisionOutcome.RevisionDecided.class);
        PLAN_REVISED.set(task, decided.revise());
    }
}

package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.TITLE_BY;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.AftercareDesk;
import cn.anchang.salescase.AftercareOutcome.StepDone;
import cn.anchang.salescase.HandoverForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "办理交房": the buyer has the keys, and the title is due. */
@Component
class UnitHandedOver implements TaskListener {

    private final AftercareDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    UnitHandedOver(AftercareDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        HandoverForm form = forms.read(task, HandoverForm.class);
        StepDone done = refusals.accept(
                desk.handOverUnit(caseId(task), form, Actor.of(task).userId()), StepDone.class);
        TITLE_BY.set(task, done.titleBy());
    }
}

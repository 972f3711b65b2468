package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.AftercareDesk;
import cn.anchang.salescase.AftercareOutcome.StepDone;
import cn.anchang.salescase.TitleForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "办理产权登记": the registry has confirmed the title. */
@Component
class TitleRegistered implements TaskListener {

    private final AftercareDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    TitleRegistered(AftercareDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        TitleForm form = forms.read(task, TitleForm.class);
        refusals.accept(desk.registerTitle(caseId(task), form, Actor.of(task).userId()), StepDone.class);
    }
}

package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.AftercareDesk;
import cn.anchang.salescase.AftercareOutcome.StepDone;
import cn.anchang.salescase.PapersForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "移交成交资料": the papers are with the buyer. */
@Component
class PapersHandedOver implements TaskListener {

    private final AftercareDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    PapersHandedOver(AftercareDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        PapersForm form = forms.read(task, PapersForm.class);
        refusals.accept(desk.handOverPapers(caseId(task), form, Actor.of(task).userId()), StepDone.class);
    }
}

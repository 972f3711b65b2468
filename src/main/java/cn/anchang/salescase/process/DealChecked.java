package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.DELIVER_BY;
import static cn.anchang.salescase.process.CaseVariables.PAPER_BY;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.AftercareDesk;
import cn.anchang.salescase.AftercareOutcome;
import cn.anchang.salescase.ChecklistForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "核对成交客户检查表": a second person has ticked every line. */
@Component
class DealChecked implements TaskListener {

    private final AftercareDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    DealChecked(AftercareDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ChecklistForm form = forms.read(task, ChecklistForm.class);
        AftercareOutcome.DealChecked checked = refusals.accept(
                desk.checkDeal(caseId(task), form, Actor.of(task).userId()), AftercareOutcome.DealChecked.class);
        PAPER_BY.set(task, checked.paperBy());
        DELIVER_BY.set(task, checked.deliverBy());
    }
}

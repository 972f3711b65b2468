package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanFilingForm;
import cn.anchang.marketing.PlanOutcome.PlanItemDone;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "归档备案". */
@Component
class PlanFiled implements TaskListener {

    private final PlanDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    PlanFiled(PlanDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        PlanFilingForm form = forms.read(task, PlanFilingForm.class);
        String by = Actor.of(task).userId();
        refusals.accept(desk.file(planId(task), form, by), PlanItemDone.class);
    }
}

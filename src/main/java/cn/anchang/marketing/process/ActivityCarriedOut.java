package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.PLAN_ITEM;
import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.PlanActivityForm;
import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanOutcome.PlanItemDone;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "开展活动": with what it cost and what it brought. */
@Component
class ActivityCarriedOut implements TaskListener {

    private final PlanDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ActivityCarriedOut(PlanDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        PlanActivityForm form = forms.read(task, PlanActivityForm.class);
        String by = Actor.of(task).userId();
        refusals.accept(desk.carriedOut(planId(task), PLAN_ITEM.get(task), form, by), PlanItemDone.class);
    }
}

package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.NEXT_PLAN_WANTED;
import static cn.anchang.marketing.process.PlanVariables.SUPPLIERS_ENGAGED;
import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanEvaluationForm;
import cn.anchang.marketing.PlanOutcome.PlanEvaluated;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "评价推广方案": leaves whether suppliers are to be scored and a next plan is wanted. */
@Component
class PromotionPlanEvaluated implements TaskListener {

    private final PlanDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    PromotionPlanEvaluated(PlanDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        PlanEvaluationForm form = forms.read(task, PlanEvaluationForm.class);
        String by = Actor.of(task).userId();
        PlanEvaluated evaluated = refusals.accept(desk.evaluate(planId(task), form, by), PlanEvaluated.class);
        SUPPLIERS_ENGAGED.set(task, evaluated.suppliersEngaged());
        NEXT_PLAN_WANTED.set(task, evaluated.nextPlanWanted());
    }
}

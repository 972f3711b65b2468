package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.SUBJECT;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanOutcome.PlanBegun;
import cn.anchang.marketing.PlanStartForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "推广计划已发起": the process takes the edition's id as its business key. */
@Component
class PromotionPlanBegun implements ExecutionListener {

    private final PlanDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    PromotionPlanBegun(PlanDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        PlanStartForm form = forms.read(execution, PlanStartForm.class);
        PlanBegun begun = refusals.accept(desk.begin(form, Actor.of(execution).userId()), PlanBegun.class);
        execution.setProcessBusinessKey(begun.planId().toString());
        SUBJECT.set(execution, begun.subject());
    }
}

package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.PLAN_SUBMITTED;
import static cn.anchang.marketing.process.PlanVariables.SUBJECT;
import static cn.anchang.marketing.process.PlanVariables.VERSION_ID;
import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanDraftForm;
import cn.anchang.marketing.PlanOutcome;
import cn.anchang.marketing.PlanOutcome.PlanAbandoned;
import cn.anchang.marketing.PlanOutcome.PlanSubmitted;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "编制推广计划": submitted, or given up. */
@Component
class PromotionPlanDrafted implements TaskListener {

    private final PlanDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    PromotionPlanDrafted(PlanDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        PlanDraftForm form = forms.read(task, PlanDraftForm.class);
        PlanOutcome outcome = desk.draft(planId(task), form, Actor.of(task).userId());
        if (outcome instanceof PlanAbandoned) {
            PLAN_SUBMITTED.set(task, false);
        } else {
            PlanSubmitted submitted = refusals.accept(outcome, PlanSubmitted.class);
            PLAN_SUBMITTED.set(task, true);
            VERSION_ID.set(task, submitted.versionId().toString());
            SUBJECT.set(task, submitted.subject());
        }
    }
}

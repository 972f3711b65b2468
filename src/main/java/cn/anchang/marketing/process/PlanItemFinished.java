package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.PLAN_ITEM;
import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanItemForm;
import cn.anchang.marketing.PlanItemKind;
import cn.anchang.marketing.PlanOutcome.PlanItemDone;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Tasks "落实示范单位调整" and "调整工程进度". */
@Component
class PlanItemFinished implements TaskListener {

    private final PlanDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    PlanItemFinished(PlanDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        PlanItemForm form = forms.read(task, PlanItemForm.class);
        String by = Actor.of(task).userId();
        PlanItemKind kind = task.getTaskDefinitionKey().equals("userTask_changeShowFlat")
                ? PlanItemKind.SHOW_FLAT
                : PlanItemKind.CONSTRUCTION;
        refusals.accept(desk.done(planId(task), kind, PLAN_ITEM.get(task), form, by), PlanItemDone.class);
    }
}

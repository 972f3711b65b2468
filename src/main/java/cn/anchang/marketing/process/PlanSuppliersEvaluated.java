package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanOutcome.PlanSuppliersScored;
import cn.anchang.marketing.PlanSupplierForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "评价营销供应商工作成效". */
@Component
class PlanSuppliersEvaluated implements TaskListener {

    private final PlanDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    PlanSuppliersEvaluated(PlanDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        PlanSupplierForm form = forms.read(task, PlanSupplierForm.class);
        String by = Actor.of(task).userId();
        refusals.accept(desk.scoreSuppliers(planId(task), form, by), PlanSuppliersScored.class);
    }
}

package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.marketing.PlanDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "开启下阶段计划". */
@Component
class OpenNextPlan implements JavaDelegate {

    private final PlanDesk desk;

    OpenNextPlan(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.openNext(planId(execution));
    }
}

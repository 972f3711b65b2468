package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.marketing.PlanDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "开启阶段总结": the last day of the stage is over. */
@Component
class OpenStageSummary implements JavaDelegate {

    private final PlanDesk desk;

    OpenStageSummary(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.endStage(planId(execution));
    }
}

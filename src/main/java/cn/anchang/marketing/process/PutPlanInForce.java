package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.ACTIVITY_COUNT;
import static cn.anchang.marketing.process.PlanVariables.CONSTRUCTION_COUNT;
import static cn.anchang.marketing.process.PlanVariables.SHOW_FLAT_COUNT;
import static cn.anchang.marketing.process.PlanVariables.STAGE_ENDS_AT;
import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanOutcome.PlanInForce;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "启用推广计划": leaves how many there are to do of each kind, when the stage is over, and the approved plan as a workbook. */
@Component
class PutPlanInForce implements JavaDelegate {

    private final PlanDesk desk;

    PutPlanInForce(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanInForce inForce = desk.putInForce(planId(execution));
        SHOW_FLAT_COUNT.set(execution, inForce.showFlatChanges());
        CONSTRUCTION_COUNT.set(execution, inForce.constructionAsks());
        ACTIVITY_COUNT.set(execution, inForce.activities());
        STAGE_ENDS_AT.set(execution, inForce.stageEndsAt());
        AttachedWorkbook.to(execution, inForce.workbook());
    }
}

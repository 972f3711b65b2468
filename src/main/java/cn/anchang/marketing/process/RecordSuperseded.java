package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.marketing.PlanDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "记录被取代": what is undone of this edition ends here. */
@Component
class RecordSuperseded implements JavaDelegate {

    private final PlanDesk desk;

    RecordSuperseded(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.recordSuperseded(planId(execution));
    }
}

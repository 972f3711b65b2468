package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.UNIT_NO;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.SalesDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "释放房源" after a hold that lapsed: nobody has the unit any more. */
@Component
class ReleaseHold implements JavaDelegate {

    private final SalesDesk desk;

    ReleaseHold(SalesDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.releaseHold(caseId(execution));
        UNIT_NO.clear(execution);
    }
}

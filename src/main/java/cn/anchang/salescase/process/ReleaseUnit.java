package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.SalesDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "释放房源" of an undone sale. */
@Component
class ReleaseUnit implements JavaDelegate {

    private final SalesDesk desk;

    ReleaseUnit(SalesDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.releaseUnit(caseId(execution));
    }
}

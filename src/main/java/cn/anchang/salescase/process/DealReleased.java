package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.SigningDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** End "签约手续已办妥": contract, filing and loan are through, and the checklist begins. */
@Component
class DealReleased implements ExecutionListener {

    private final SigningDesk desk;

    DealReleased(SigningDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        desk.dealReleased(caseId(execution));
    }
}

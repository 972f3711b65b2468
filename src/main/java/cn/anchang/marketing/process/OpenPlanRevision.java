package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.SummaryVariables.summaryId;

import cn.anchang.marketing.SummaryDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "发起计划修订". */
@Component
class OpenPlanRevision implements JavaDelegate {

    private final SummaryDesk desk;

    OpenPlanRevision(SummaryDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.openRevision(summaryId(execution));
    }
}

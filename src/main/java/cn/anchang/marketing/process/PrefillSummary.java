package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.SummaryVariables.SUBJECT;
import static cn.anchang.marketing.process.SummaryVariables.summaryId;

import cn.anchang.marketing.SummaryDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "预填总结数据": freezes the numbers of now into the next version. */
@Component
class PrefillSummary implements JavaDelegate {

    private final SummaryDesk desk;

    PrefillSummary(SummaryDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SUBJECT.set(execution, desk.prefill(summaryId(execution)));
    }
}

package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.SummaryVariables.VERSION_ID;

import cn.anchang.marketing.SummaryDesk;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "出具总结工作簿": attaches the approved version, so that who decides on the plan has its numbers at hand. */
@Component
class IssueSummary implements JavaDelegate {

    private final SummaryDesk desk;

    IssueSummary(SummaryDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AttachedWorkbook.to(execution, desk.workbook(UUID.fromString(VERSION_ID.get(execution))));
    }
}

package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.AftercareDesk;
import cn.anchang.salescase.AftercareKind;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service tasks "记录…超期": marks the step whose day is over. */
@Component
class RecordAftercareLate implements JavaDelegate {

    private static final Map<String, AftercareKind> STEPS = Map.of(
            "serviceTask_recordPapersLate", AftercareKind.PAPERS,
            "serviceTask_recordHandoverLate", AftercareKind.HANDOVER,
            "serviceTask_recordTitleLate", AftercareKind.TITLE);

    private final AftercareDesk desk;

    RecordAftercareLate(AftercareDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.recordLate(caseId(execution), STEPS.get(execution.getCurrentActivityId()));
    }
}

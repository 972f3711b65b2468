package cn.anchang.collection.process;

import cn.anchang.collection.DemandPapers;
import cn.anchang.collection.DemandPapers.IssuedLetter;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "出具催款函": the letter is attached to the process, by the address it is printed from. */
@Component
class IssueDemandLetter implements JavaDelegate {

    private static final String TYPE = "paper";

    private final DemandPapers papers;

    IssueDemandLetter(DemandPapers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        IssuedLetter letter = papers.issue(UUID.fromString(execution.getProcessBusinessKey()));
        execution
                .getProcessEngineServices()
                .getTaskService()
                .createAttachment(TYPE, null, execution.getProcessInstanceId(), letter.title(), null, letter.path());
    }
}

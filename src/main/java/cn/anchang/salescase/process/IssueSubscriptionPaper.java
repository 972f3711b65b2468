package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.DealPapers;
import cn.anchang.salescase.DealPapers.IssuedPaper;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "出具认购协议书": the document is attached to the sale, which this process is part of, by the address it is printed from. */
@Component
class IssueSubscriptionPaper implements JavaDelegate {

    private static final String TYPE = "paper";

    private final DealPapers papers;

    IssueSubscriptionPaper(DealPapers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        IssuedPaper paper = papers.issueSubscription(caseId(execution));
        execution
                .getProcessEngineServices()
                .getTaskService()
                .createAttachment(
                        TYPE,
                        null,
                        execution.getSuperExecution().getProcessInstanceId(),
                        paper.title(),
                        null,
                        paper.path());
    }
}

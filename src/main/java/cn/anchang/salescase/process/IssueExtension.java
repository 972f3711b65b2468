package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.DealPapers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "出具延期协议". */
@Component
class IssueExtension implements JavaDelegate {

    private final DealPapers papers;

    IssueExtension(DealPapers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AttachedPaper.toSale(execution, papers.issueExtension(caseId(execution)));
    }
}

package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.DealPapers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service tasks "出具定金收条" and "出具收据": whatever money is confirmed by now and has no paper yet. */
@Component
class IssueReceipts implements JavaDelegate {

    private final DealPapers papers;

    IssueReceipts(DealPapers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.issueReceipts(caseId(execution)).forEach(paper -> AttachedPaper.toSale(execution, paper));
    }
}

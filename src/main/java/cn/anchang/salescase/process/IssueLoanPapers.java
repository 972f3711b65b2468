package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.salescase.DealPapers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "出具资料清单". */
@Component
class IssueLoanPapers implements JavaDelegate {

    private final DealPapers papers;

    IssueLoanPapers(DealPapers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.issueLoanPapers(caseId(execution)).ifPresent(paper -> AttachedPaper.toSale(execution, paper));
    }
}

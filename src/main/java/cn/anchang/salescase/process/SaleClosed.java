package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.ClosingOutcome.SaleCompleted;
import cn.anchang.salescase.SalesDesk;
import cn.anchang.salescase.SummaryForm;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "编写销售工作总结": the summary is written and the sale completed. */
@Component
class SaleClosed implements TaskListener {

    private final SalesDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    SaleClosed(SalesDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        SummaryForm form = forms.read(task, SummaryForm.class);
        refusals.accept(desk.close(caseId(task), form, Actor.of(task).userId()), SaleCompleted.class);
    }
}

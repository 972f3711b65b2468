package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.ANOTHER_BANK;
import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.MortgageForms.RefusalForm;
import cn.anchang.mortgage.MortgageOutcome.RefusalHandled;
import cn.anchang.mortgage.RefusalWay;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "处理拒贷": answers "如何处理?". */
@Component
class LoanRefusalHandled implements TaskListener {

    private final MortgageDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    LoanRefusalHandled(MortgageDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        RefusalForm form = forms.read(task, RefusalForm.class);
        RefusalHandled handled = refusals.accept(
                desk.handleRefusal(caseId(task), form, Actor.of(task).userId()), RefusalHandled.class);
        ANOTHER_BANK.set(task, handled.way() == RefusalWay.ANOTHER_BANK);
    }
}

package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.SUBSCRIBE_ESCALATE_AT;
import static cn.anchang.salescase.process.CaseVariables.SUBSCRIBE_REMIND_AT;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.DepositOutcome.DepositTaken;
import cn.anchang.salescase.MoneyForm;
import cn.anchang.salescase.SalesDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "收取定金": the cashier confirms the deposit. */
@Component
class DepositCollected implements TaskListener {

    private final SalesDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    DepositCollected(SalesDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        MoneyForm form = forms.read(task, MoneyForm.class);
        DepositTaken taken = refusals.accept(
                desk.takeDeposit(caseId(task), form, Actor.of(task).userId()), DepositTaken.class);
        SUBSCRIBE_REMIND_AT.set(task, taken.remindAt());
        SUBSCRIBE_ESCALATE_AT.set(task, taken.superviseAt());
    }
}

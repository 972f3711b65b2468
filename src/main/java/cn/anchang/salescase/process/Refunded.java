package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.REFUND_DUE;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.RefundForm;
import cn.anchang.salescase.RefundOutcome.MoneyReturned;
import cn.anchang.salescase.SigningDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "办理退款": finance has paid money back; answers "是否有应退款?" again. */
@Component
class Refunded implements TaskListener {

    private final SigningDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    Refunded(SigningDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        RefundForm form = forms.read(task, RefundForm.class);
        MoneyReturned returned =
                refusals.accept(desk.refund(caseId(task), form, Actor.of(task).userId()), MoneyReturned.class);
        REFUND_DUE.set(task, returned.rest().isPositive());
    }
}

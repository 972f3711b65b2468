package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.FIRST_PAYMENT_COMPLETE;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.FirstPaymentOutcome.FirstPaymentIn;
import cn.anchang.salescase.MoneyForm;
import cn.anchang.salescase.SigningDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "收取首期或全款": one payment; answers "首期是否收齐?". */
@Component
class FirstPaymentCollected implements TaskListener {

    private final SigningDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    FirstPaymentCollected(SigningDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        MoneyForm form = forms.read(task, MoneyForm.class);
        FirstPaymentIn payment = refusals.accept(
                desk.takeFirstPayment(caseId(task), form, Actor.of(task).userId()), FirstPaymentIn.class);
        FIRST_PAYMENT_COMPLETE.set(task, payment.complete());
    }
}

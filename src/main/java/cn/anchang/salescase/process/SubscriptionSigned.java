package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.FIRST_PAYMENT_COMPLETE;
import static cn.anchang.salescase.process.CaseVariables.PAYMENT_METHOD;
import static cn.anchang.salescase.process.CaseVariables.SIGN_BY;
import static cn.anchang.salescase.process.CaseVariables.SIGN_OVERDUE_AT;
import static cn.anchang.salescase.process.CaseVariables.SIGN_REMIND_FIRST_AT;
import static cn.anchang.salescase.process.CaseVariables.SIGN_REMIND_SECOND_AT;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.SigningDesk;
import cn.anchang.salescase.SubscriptionForm;
import cn.anchang.salescase.SubscriptionOutcome.Subscribed;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "签订认购协议书": buyers, terms and plan are fixed; the days to sign begin. */
@Component
class SubscriptionSigned implements TaskListener {

    private final SigningDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    SubscriptionSigned(SigningDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        SubscriptionForm form = forms.read(task, SubscriptionForm.class);
        Subscribed subscribed = refusals.accept(
                desk.subscribe(caseId(task), form, Actor.of(task).userId()), Subscribed.class);
        PAYMENT_METHOD.set(task, subscribed.terms().name());
        FIRST_PAYMENT_COMPLETE.set(task, subscribed.firstPaymentComplete());
        SIGN_BY.set(task, subscribed.clock().signBy());
        SIGN_REMIND_FIRST_AT.set(task, subscribed.clock().remindFirst());
        SIGN_REMIND_SECOND_AT.set(task, subscribed.clock().remindSecond());
        SIGN_OVERDUE_AT.set(task, subscribed.clock().overdueAt());
    }
}

package cn.anchang.payment.process;

import static cn.anchang.payment.process.RegistrationVariables.MONEY_CONFIRMED;
import static cn.anchang.payment.process.RegistrationVariables.paymentId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.payment.RegistrationDesk;
import cn.anchang.payment.ReviewForm;
import cn.anchang.payment.ReviewOutcome;
import cn.anchang.payment.ReviewOutcome.PaymentConfirmed;
import cn.anchang.payment.ReviewOutcome.PaymentDiscarded;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "复核收款": answers "是否到账?". */
@Component
class MoneyReviewed implements TaskListener {

    private final RegistrationDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    MoneyReviewed(RegistrationDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ReviewForm form = forms.read(task, ReviewForm.class);
        ReviewOutcome outcome =
                desk.review(paymentId(task), form, Actor.of(task).userId());
        if (outcome instanceof PaymentDiscarded) {
            MONEY_CONFIRMED.set(task, false);
            return;
        }
        refusals.accept(outcome, PaymentConfirmed.class);
        MONEY_CONFIRMED.set(task, true);
    }
}

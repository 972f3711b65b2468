package cn.anchang.payment.process;

import static cn.anchang.payment.process.RegistrationVariables.SECOND_PERSON_NEEDED;
import static cn.anchang.payment.process.RegistrationVariables.SUBJECT;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.payment.RegistrationDesk;
import cn.anchang.payment.RegistrationForm;
import cn.anchang.payment.RegistrationOutcome.Registered;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "款项已登记": answers "是否需要第二人复核?"; the process takes the payment's id as business key. */
@Component
class MoneyRegistered implements ExecutionListener {

    private final RegistrationDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    MoneyRegistered(RegistrationDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        RegistrationForm form = forms.read(execution, RegistrationForm.class);
        Registered registered =
                refusals.accept(desk.register(form, Actor.of(execution).userId()), Registered.class);
        execution.setProcessBusinessKey(registered.paymentId().toString());
        SUBJECT.set(execution, registered.subject());
        SECOND_PERSON_NEEDED.set(execution, registered.secondPersonNeeded());
    }
}

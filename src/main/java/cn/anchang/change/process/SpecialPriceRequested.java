package cn.anchang.change.process;

import static cn.anchang.change.process.SpecialPriceVariables.CONSULTANT;

import cn.anchang.change.SpecialPriceDesk;
import cn.anchang.change.SpecialPriceForm;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceAsked;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "特价已申请": the process takes the request's id as business key. */
@Component
class SpecialPriceRequested implements ExecutionListener {

    private final SpecialPriceDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    SpecialPriceRequested(SpecialPriceDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        SpecialPriceForm form = forms.read(execution, SpecialPriceForm.class);
        SpecialPriceAsked asked =
                refusals.accept(desk.ask(form, Actor.of(execution).userId()), SpecialPriceAsked.class);
        execution.setProcessBusinessKey(asked.id().toString());
        CONSULTANT.set(execution, asked.applicant());
    }
}

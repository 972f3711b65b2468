package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.ALL_RELEASED;
import static cn.anchang.mortgage.process.MortgageVariables.TERMS_CHANGED;
import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.MortgageForms.ReleaseForm;
import cn.anchang.mortgage.MortgageOutcome.Released;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "登记放款": answers "是否全部放款?". */
@Component
class LoanReleased implements TaskListener {

    private final MortgageDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    LoanReleased(MortgageDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ReleaseForm form = forms.read(task, ReleaseForm.class);
        Released released =
                refusals.accept(desk.release(caseId(task), form, Actor.of(task).userId()), Released.class);
        ALL_RELEASED.set(task, released.complete());
        TERMS_CHANGED.set(task, false);
    }
}

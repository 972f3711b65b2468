package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.MortgageForms.SubmissionForm;
import cn.anchang.mortgage.MortgageOutcome.Submitted;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "报送银行". */
@Component
class LoanSubmitted implements TaskListener {

    private final MortgageDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    LoanSubmitted(MortgageDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        SubmissionForm form = forms.read(task, SubmissionForm.class);
        refusals.accept(desk.submit(caseId(task), form, Actor.of(task).userId()), Submitted.class);
    }
}

package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.FIRST_RELEASE_DUE_AT;
import static cn.anchang.mortgage.process.MortgageVariables.LAST_RELEASE_DUE_AT;
import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.MortgageForms.LoanContractForm;
import cn.anchang.mortgage.MortgageOutcome.LoanSigned;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "签订借款合同": from now on the release is waited for (R14). */
@Component
class LoanContractSigned implements TaskListener {

    private final MortgageDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    LoanContractSigned(MortgageDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        LoanContractForm form = forms.read(task, LoanContractForm.class);
        LoanSigned signed =
                refusals.accept(desk.sign(caseId(task), form, Actor.of(task).userId()), LoanSigned.class);
        FIRST_RELEASE_DUE_AT.set(task, signed.firstDueAt());
        LAST_RELEASE_DUE_AT.set(task, signed.lastDueAt());
    }
}

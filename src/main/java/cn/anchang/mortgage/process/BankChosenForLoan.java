package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.PAPERS_REMIND_AT;
import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.MortgageForms.BankForm;
import cn.anchang.mortgage.MortgageOutcome.BankChosen;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "选定贷款银行": from now on the papers are counted (R14). */
@Component
class BankChosenForLoan implements TaskListener {

    private final MortgageDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    BankChosenForLoan(MortgageDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        BankForm form = forms.read(task, BankForm.class);
        BankChosen chosen =
                refusals.accept(desk.choose(caseId(task), form, Actor.of(task).userId()), BankChosen.class);
        PAPERS_REMIND_AT.set(task, chosen.remindAt());
    }
}

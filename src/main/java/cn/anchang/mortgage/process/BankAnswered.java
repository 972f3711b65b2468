package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.BANK_ANSWER;
import static cn.anchang.mortgage.process.MortgageVariables.CONSULTANT;
import static cn.anchang.mortgage.process.MortgageVariables.LOAN_IN_FULL;
import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.mortgage.BankAnswer;
import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.MortgageForms.AnswerForm;
import cn.anchang.mortgage.MortgageOutcome.Answered;
import cn.anchang.shared.Refusals;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "登记审批结果": answers "银行如何答复?" and "是否足额批准?". */
@Component
class BankAnswered implements TaskListener {

    private final MortgageDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    BankAnswered(MortgageDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        AnswerForm form = forms.read(task, AnswerForm.class);
        Answered answered = refusals.accept(
                desk.answer(
                        caseId(task), form, CONSULTANT.get(task), Actor.of(task).userId()),
                Answered.class);
        boolean granted = answered.answer() == BankAnswer.APPROVED || answered.answer() == BankAnswer.LESS;
        BANK_ANSWER.set(task, granted ? "approved" : answered.answer().name().toLowerCase(Locale.ROOT));
        LOAN_IN_FULL.set(task, answered.answer() == BankAnswer.APPROVED);
    }
}

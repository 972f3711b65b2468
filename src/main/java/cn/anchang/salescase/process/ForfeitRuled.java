package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.DEPOSIT_FORFEITED;
import static cn.anchang.salescase.process.CaseVariables.EXTENDED_UNTIL;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.ExtensionOutcome.Extended;
import cn.anchang.salescase.RulingForm;
import cn.anchang.salescase.RulingOutcome;
import cn.anchang.salescase.RulingOutcome.DepositForfeited;
import cn.anchang.salescase.SigningDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "裁定挞定": answers "是否挞定?". */
@Component
class ForfeitRuled implements TaskListener {

    private final SigningDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ForfeitRuled(SigningDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        RulingForm form = forms.read(task, RulingForm.class);
        RulingOutcome outcome = desk.rule(caseId(task), form, Actor.of(task).userId());
        if (outcome instanceof DepositForfeited) {
            DEPOSIT_FORFEITED.set(task, true);
            return;
        }
        Extended extended = refusals.accept(outcome, Extended.class);
        DEPOSIT_FORFEITED.set(task, false);
        EXTENDED_UNTIL.set(task, desk.missed(extended.until()));
        SigningSteps.postpone(task, desk.endOf(extended.until()));
    }
}

package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.EXTENDED_UNTIL;
import static cn.anchang.salescase.process.CaseVariables.OVERDUE_DECISION;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.ExtensionOutcome.Extended;
import cn.anchang.salescase.OverdueForm;
import cn.anchang.salescase.OverdueOutcome;
import cn.anchang.salescase.OverdueOutcome.ForfeitProposed;
import cn.anchang.salescase.SigningDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "处理逾期未签约": answers "如何处理?". */
@Component
class OverdueHandled implements TaskListener {

    private final SigningDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    OverdueHandled(SigningDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        OverdueForm form = forms.read(task, OverdueForm.class);
        OverdueOutcome outcome =
                desk.handleOverdue(caseId(task), form, Actor.of(task).userId());
        if (outcome instanceof ForfeitProposed) {
            OVERDUE_DECISION.set(task, "forfeit");
            return;
        }
        Extended extended = refusals.accept(outcome, Extended.class);
        OVERDUE_DECISION.set(task, "extend");
        EXTENDED_UNTIL.set(task, desk.missed(extended.until()));
        SigningSteps.postpone(task, desk.endOf(extended.until()));
    }
}

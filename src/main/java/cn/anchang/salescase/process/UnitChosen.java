package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.HOLD_UNTIL;
import static cn.anchang.salescase.process.CaseVariables.UNIT_CHOSEN;
import static cn.anchang.salescase.process.CaseVariables.UNIT_NO;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.SalesDesk;
import cn.anchang.salescase.UnitChoiceForm;
import cn.anchang.salescase.UnitChoiceOutcome;
import cn.anchang.salescase.UnitChoiceOutcome.NoUnitChosen;
import cn.anchang.salescase.UnitChoiceOutcome.UnitHeld;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "选房": holds the unit, or notes that none suits. */
@Component
class UnitChosen implements TaskListener {

    private final SalesDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    UnitChosen(SalesDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        UnitChoiceForm form = forms.read(task, UnitChoiceForm.class);
        UnitChoiceOutcome outcome =
                desk.chooseUnit(caseId(task), form, Actor.of(task).userId());
        if (outcome instanceof NoUnitChosen) {
            UNIT_CHOSEN.set(task, false);
            return;
        }
        UnitHeld held = refusals.accept(outcome, UnitHeld.class);
        UNIT_CHOSEN.set(task, true);
        UNIT_NO.set(task, held.unitNo());
        HOLD_UNTIL.set(task, held.until());
    }
}

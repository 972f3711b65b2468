package cn.anchang.change.process;

import static cn.anchang.change.process.SpecialPriceVariables.ASKED_AGAIN;
import static cn.anchang.change.process.SpecialPriceVariables.specialPriceId;

import cn.anchang.change.SpecialPriceDesk;
import cn.anchang.change.SpecialPriceOutcome;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceAbandoned;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceAsked;
import cn.anchang.change.SpecialPriceRevisionForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "修改特价申请": answers "是否重新申请?". */
@Component
class SpecialPriceRevised implements TaskListener {

    private final SpecialPriceDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    SpecialPriceRevised(SpecialPriceDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        SpecialPriceRevisionForm form = forms.read(task, SpecialPriceRevisionForm.class);
        SpecialPriceOutcome outcome =
                desk.revise(specialPriceId(task), form, Actor.of(task).userId());
        if (outcome instanceof SpecialPriceAbandoned) {
            ASKED_AGAIN.set(task, false);
            return;
        }
        refusals.accept(outcome, SpecialPriceAsked.class);
        ASKED_AGAIN.set(task, true);
    }
}

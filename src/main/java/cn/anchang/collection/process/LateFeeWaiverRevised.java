package cn.anchang.collection.process;

import static cn.anchang.collection.process.WaiverVariables.ASKED_AGAIN;
import static cn.anchang.collection.process.WaiverVariables.waiverId;

import cn.anchang.collection.WaiverDesk;
import cn.anchang.collection.WaiverOutcome;
import cn.anchang.collection.WaiverOutcome.WaiverAbandoned;
import cn.anchang.collection.WaiverOutcome.WaiverAsked;
import cn.anchang.collection.WaiverRevisionForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "修改减免申请": answers "是否重新申请?". */
@Component
class LateFeeWaiverRevised implements TaskListener {

    private final WaiverDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    LateFeeWaiverRevised(WaiverDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        WaiverRevisionForm form = forms.read(task, WaiverRevisionForm.class);
        WaiverOutcome outcome = desk.revise(waiverId(task), form, Actor.of(task).userId());
        if (outcome instanceof WaiverAbandoned) {
            ASKED_AGAIN.set(task, false);
            return;
        }
        refusals.accept(outcome, WaiverAsked.class);
        ASKED_AGAIN.set(task, true);
    }
}

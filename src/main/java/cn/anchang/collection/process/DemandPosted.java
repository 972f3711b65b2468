package cn.anchang.collection.process;

import cn.anchang.collection.ArrearsDesk;
import cn.anchang.collection.ArrearsOutcome.DemandOnItsWay;
import cn.anchang.collection.DemandSentForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "寄出催款函". */
@Component
class DemandPosted implements TaskListener {

    private final ArrearsDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    DemandPosted(ArrearsDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        DemandSentForm form = forms.read(task, DemandSentForm.class);
        refusals.accept(
                desk.sent(ArrearsVariables.arrearsId(task), form, Actor.of(task).userId()), DemandOnItsWay.class);
    }
}

package cn.anchang.change.process;

import static cn.anchang.change.process.ChangeVariables.orderId;

import cn.anchang.change.ChangeDesk;
import cn.anchang.change.ChangeOutcomes.AllCleared;
import cn.anchang.change.ClearanceForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "办理前置手续": filing and loan are out of the way. */
@Component
class ObstaclesCleared implements TaskListener {

    private final ChangeDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ObstaclesCleared(ChangeDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ClearanceForm form = forms.read(task, ClearanceForm.class);
        refusals.accept(desk.clear(orderId(task), form, Actor.of(task).userId()), AllCleared.class);
    }
}

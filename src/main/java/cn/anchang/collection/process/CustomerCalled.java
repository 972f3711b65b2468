package cn.anchang.collection.process;

import cn.anchang.collection.CallForm;
import cn.anchang.collection.ReminderDesk;
import cn.anchang.collection.ReminderOutcome.Called;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "致电提醒". */
@Component
class CustomerCalled implements TaskListener {

    private final ReminderDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    CustomerCalled(ReminderDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        CallForm form = forms.read(task, CallForm.class);
        refusals.accept(
                desk.called(
                        ReminderVariables.reminderId(task), form, Actor.of(task).userId()),
                Called.class);
    }
}

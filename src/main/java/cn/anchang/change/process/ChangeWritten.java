package cn.anchang.change.process;

import static cn.anchang.change.process.ChangeVariables.CHANGE_SUBMITTED;
import static cn.anchang.change.process.ChangeVariables.orderId;

import cn.anchang.change.ChangeDesk;
import cn.anchang.change.ChangeOutcomes.WrittenDown;
import cn.anchang.change.ChangeWriteForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "填写变更申请": answers "是否提交申请?". */
@Component
class ChangeWritten implements TaskListener {

    private final ChangeDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ChangeWritten(ChangeDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ChangeWriteForm form = forms.read(task, ChangeWriteForm.class);
        WrittenDown written =
                refusals.accept(desk.write(orderId(task), form, Actor.of(task).userId()), WrittenDown.class);
        CHANGE_SUBMITTED.set(task, written.submitted());
    }
}

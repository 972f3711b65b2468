package cn.anchang.change.process;

import static cn.anchang.change.process.ChangeVariables.FAILURE_ANSWER;
import static cn.anchang.change.process.ChangeVariables.orderId;

import cn.anchang.change.ChangeDesk;
import cn.anchang.change.FailureForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "处理未能执行": answers "如何处理?". */
@Component
class FailureHandled implements TaskListener {

    private final ChangeDesk desk;
    private final Forms forms;

    FailureHandled(ChangeDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        FailureForm form = forms.read(task, FailureForm.class);
        desk.handleFailure(orderId(task), form, Actor.of(task).userId());
        FAILURE_ANSWER.set(task, form.answer().name().toLowerCase(Locale.ROOT));
    }
}

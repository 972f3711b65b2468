package cn.anchang.collection.process;

import cn.anchang.collection.ReminderRunForm;
import cn.anchang.engine.Forms;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "每日提醒时间": of the timer nothing is asked; of somebody who does not wait for the morning, that they mean it. */
@Component
class ReminderRunBegun implements ExecutionListener {

    private final Forms forms;

    ReminderRunBegun(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication() != null) {
            forms.read(execution, ReminderRunForm.class);
        }
        execution.setProcessBusinessKey(UUID.randomUUID().toString());
    }
}

package cn.anchang.marketing.process;

import cn.anchang.engine.Forms;
import cn.anchang.marketing.ReportScheduleForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "每日开立时间": of the timer nothing is asked; of somebody who does not wait for the night, that they mean it. */
@Component
class ReportScheduleAsked implements ExecutionListener {

    private final Forms forms;

    ReportScheduleAsked(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication() != null) {
            forms.read(execution, ReportScheduleForm.class);
        }
    }
}

package cn.anchang.marketing.process;

import cn.anchang.engine.Forms;
import cn.anchang.marketing.ReportScheduleForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "需要立即开立": somebody does not wait for the night. Nothing is asked but that they mean it. */
@Component
class ReportScheduleAsked implements ExecutionListener {

    private final Forms forms;

    ReportScheduleAsked(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void notify(DelegateExecution execution) {
        forms.read(execution, ReportScheduleForm.class);
    }
}

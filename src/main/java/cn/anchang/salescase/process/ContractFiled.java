package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.MORTGAGE_NEEDED;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Forms;
import cn.anchang.salescase.FilingForm;
import cn.anchang.salescase.FilingOutcome;
import cn.anchang.salescase.SigningDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "办理网签备案": the housing bureau has confirmed the filing; answers "是否办理按揭?". */
@Component
class ContractFiled implements TaskListener {

    private final SigningDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ContractFiled(SigningDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        FilingForm form = forms.read(task, FilingForm.class);
        FilingOutcome.ContractFiled filed =
                refusals.accept(desk.file(caseId(task), form), FilingOutcome.ContractFiled.class);
        MORTGAGE_NEEDED.set(task, filed.byLoan());
    }
}

package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.FILE_BY;
import static cn.anchang.salescase.process.CaseVariables.FILE_WARN_AT;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.ContractForm;
import cn.anchang.salescase.ContractOutcome;
import cn.anchang.salescase.SigningDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "签订商品房买卖合同": the contract stands, and filing is due from its day. */
@Component
class ContractSigned implements TaskListener {

    private final SigningDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ContractSigned(SigningDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ContractForm form = forms.read(task, ContractForm.class);
        ContractOutcome.ContractSigned signed = refusals.accept(
                desk.sign(caseId(task), form, Actor.of(task).userId()), ContractOutcome.ContractSigned.class);
        FILE_BY.set(task, signed.fileBy());
        FILE_WARN_AT.set(task, signed.warnAt());
    }
}

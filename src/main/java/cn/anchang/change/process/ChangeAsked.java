package cn.anchang.change.process;

import static cn.anchang.change.process.ChangeVariables.CONSULTANT;
import static cn.anchang.change.process.ChangeVariables.CUSTOMER_NAME;
import static cn.anchang.change.process.ChangeVariables.UNIT_NO;

import cn.anchang.change.ChangeDesk;
import cn.anchang.change.ChangeForm;
import cn.anchang.change.ChangeOutcomes.Opened;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "变更申请已提交": the process takes the order's id as business key. */
@Component
class ChangeAsked implements ExecutionListener {

    private final ChangeDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ChangeAsked(ChangeDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ChangeForm form = forms.read(execution, ChangeForm.class);
        Opened opened = refusals.accept(desk.ask(form, Actor.of(execution).userId()), Opened.class);
        execution.setProcessBusinessKey(opened.orderId().toString());
        CONSULTANT.set(execution, opened.consultant());
        CUSTOMER_NAME.set(execution, opened.customerName());
        UNIT_NO.set(execution, opened.unitNo());
    }
}

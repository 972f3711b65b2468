package cn.anchang.change.process;

import static cn.anchang.change.process.ChangeVariables.orderId;

import cn.anchang.change.ChangeDesk;
import cn.anchang.change.ChangeOutcomes.AllCleared;
import cn.anchang.change.ReceiptsBackForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "收回票据": the buyer's receipts become void. */
@Component
class ReceiptsTakenBack implements TaskListener {

    private final ChangeDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    ReceiptsTakenBack(ChangeDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ReceiptsBackForm form = forms.read(task, ReceiptsBackForm.class);
        refusals.accept(desk.takeBack(orderId(task), form, Actor.of(task).userId()), AllCleared.class);
    }
}

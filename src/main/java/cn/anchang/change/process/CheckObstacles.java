package cn.anchang.change.process;

import static cn.anchang.change.process.ChangeVariables.CLEARANCE_NEEDED;
import static cn.anchang.change.process.ChangeVariables.RECEIPTS_OUT;
import static cn.anchang.change.process.ChangeVariables.orderId;

import cn.anchang.change.ChangeDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "核对前置手续": answers "是否有前置手续?" and "是否须收回票据?". */
@Component
class CheckObstacles implements JavaDelegate {

    private final ChangeDesk desk;

    CheckObstacles(ChangeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ChangeDesk.InTheWay inTheWay = desk.inTheWay(orderId(execution));
        CLEARANCE_NEEDED.set(execution, inTheWay.toClear());
        RECEIPTS_OUT.set(execution, inTheWay.receiptsOut());
    }
}

package cn.anchang.change.process;

import static cn.anchang.change.process.ChangeVariables.CHANGE_EXECUTED;
import static cn.anchang.change.process.ChangeVariables.orderId;

import cn.anchang.change.ChangeDesk;
import cn.anchang.engine.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "执行变更": answers "是否已执行?". */
@Component
class ExecuteChange implements JavaDelegate {

    private final ChangeDesk desk;

    ExecuteChange(ChangeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CHANGE_EXECUTED.set(
                execution, desk.execute(orderId(execution), Actor.of(execution).userId()));
    }
}

package cn.anchang.change.process;

import static cn.anchang.change.process.ChangeVariables.SUBJECT;
import static cn.anchang.change.process.ChangeVariables.VERSION_ID;
import static cn.anchang.change.process.ChangeVariables.orderId;

import cn.anchang.change.ChangeDesk;
import cn.anchang.change.ChangeOutcomes.JudgedBy;
import cn.anchang.engine.Actor;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Rule task "核定审批权限": whom the decision table names, and the version goes before them. */
@Component
class JudgeChange implements JavaDelegate {

    private final ChangeDesk desk;
    private final Refusals refusals;

    JudgeChange(ChangeDesk desk, Refusals refusals) {
        this.desk = desk;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        JudgedBy judged = refusals.accept(
                desk.judge(orderId(execution), Actor.of(execution).userId()), JudgedBy.class);
        VERSION_ID.set(execution, judged.versionId().toString());
        SUBJECT.set(execution, judged.subject());
    }
}

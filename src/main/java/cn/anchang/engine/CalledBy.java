package cn.anchang.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Of a called process: which instance called it. Only the root of an instance knows, and a token may stand anywhere below it. */
public final class CalledBy {

    private CalledBy() {}

    /** The calling instance; of a process that nobody called, the instance itself. */
    public static String instanceOrItself(DelegateExecution token) {
        ExecutionEntity caller = ((ExecutionEntity) token).getProcessInstance().getSuperExecution();
        return caller == null ? token.getProcessInstanceId() : caller.getProcessInstanceId();
    }
}

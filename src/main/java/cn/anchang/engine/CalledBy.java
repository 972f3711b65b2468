package cn.anchang.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Of a called process: which instance called it. Only the root of an instance knows, and a token may stand anywhere below it. */
public final class CalledBy {

    private CalledBy() {}

    /** @throws IllegalStateException when nobody called the process */
    public static String instance(DelegateExecution token) {
        ExecutionEntity caller = ((ExecutionEntity) token).getProcessInstance().getSuperExecution();
        if (caller == null) {
            throw new IllegalStateException(token.getProcessInstanceId() + " was called by no process");
        }
        return caller.getProcessInstanceId();
    }
}

package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.SIGN_BY;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;

/** The steps that wait inside a signing while somebody decides about its deadline. */
final class SigningSteps {

    private SigningSteps() {}

    /** They are due at the extended moment from now on, those open and those still to come, so that no list calls them overdue. */
    static void postpone(DelegateTask decided, Instant until) {
        SIGN_BY.set(decided, until);
        TaskService tasks = decided.getProcessEngineServices().getTaskService();
        for (Task open : tasks.createTaskQuery()
                .processInstanceId(decided.getProcessInstanceId())
                .taskDefinitionKeyIn("userTask_collectFirstPayment", "userTask_signContract")
                .list()) {
            open.setDueDate(Date.from(until));
            tasks.saveTask(open);
        }
    }
}

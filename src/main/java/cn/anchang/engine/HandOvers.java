package cn.anchang.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Somebody else carries on what a person was at: their open tasks in a case, and those the case will assign to its consultant later.
 * Every process that assigns tasks to a consultant names them in the variable {@code consultant}.
 */
@Component
public class HandOvers {

    private static final Variable<String> CONSULTANT = Variable.text("consultant");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsTheSystem system;

    HandOvers(RuntimeService runtime, TaskService tasks, AsTheSystem system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
    }

    /** In every process of this business key, called ones included; tasks of other people stay theirs. */
    public void follow(String businessKey, String from, String to) {
        system.run(() -> {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .forEach(instance -> {
                        if (from.equals(runtime.getVariable(instance.getId(), CONSULTANT.name()))) {
                            runtime.setVariable(instance.getId(), CONSULTANT.name(), to);
                        }
                    });
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .taskAssignee(from)
                    .list()
                    .forEach(task -> tasks.setAssignee(task.getId(), to));
        });
    }
}

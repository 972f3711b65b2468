package cn.anchang.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The tasks that are open: one task as far as the person signed in may read it, and what is still open in a case. */
@Component
public class OpenTasks {

    /**
     * @param definitionKey the task's id in the model
     * @param businessKey the case it belongs to
     * @param assignee the person it is assigned to, or null
     */
    public record OpenTask(
            String id,
            String processKey,
            String definitionKey,
            String name,
            String businessKey,
            String assignee,
            java.time.Instant due) {}

    private final ProcessEngine engine;
    private final TaskService tasks;
    private final IdentityService identity;
    private final AsTheSystem system;

    public OpenTasks(ProcessEngine engine, TaskService tasks, IdentityService identity, AsTheSystem system) {
        this.engine = engine;
        this.tasks = tasks;
        this.identity = identity;
        this.system = system;
    }

    /** Empty for a stranger, for a task that is gone and for one this person may not read: nobody learns which. */
    public Optional<OpenTask> readable(String taskId) {
        if (Actor.current(identity).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        tasks.createTaskQuery().taskId(taskId).active().singleResult())
                .map(this::open);
    }

    /** What a process wrote down where this task sees it. For tasks that were found readable first; asks as the system. */
    public Optional<String> text(String taskId, String variable) {
        return system.get(() -> Optional.ofNullable(tasks.getVariable(taskId, variable)))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The names of all open tasks of a case but for those of one kind, in whichever process called by it, whoever may see them. */
    public List<String> namesBesides(String businessKey, String taskKey) {
        return all(businessKey).stream()
                .filter(task -> !task.getTaskDefinitionKey().equals(taskKey))
                .map(Task::getName)
                .toList();
    }

    /** The name of the open task of a case that is one of these kinds, the oldest if there are several. */
    public Optional<String> nameOfAny(String businessKey, Set<String> taskKeys) {
        return all(businessKey).stream()
                .filter(task -> taskKeys.contains(task.getTaskDefinitionKey()))
                .map(Task::getName)
                .findFirst();
    }

    private List<Task> all(String businessKey) {
        return system.get(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByTaskCreateTime()
                .asc()
                .list());
    }

    private OpenTask open(Task task) {
        return system.get(() -> {
            ProcessInstance instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            ProcessDefinition definition =
                    engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
            return new OpenTask(
                    task.getId(),
                    definition.getKey(),
                    task.getTaskDefinitionKey(),
                    task.getName(),
                    instance == null ? null : instance.getBusinessKey(),
                    task.getAssignee(),
                    task.getDueDate() == null ? null : task.getDueDate().toInstant());
        });
    }
}

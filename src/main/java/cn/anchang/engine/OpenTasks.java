package cn.anchang.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
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

    private static final int MOST = 500;

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
                .map(task -> open(List.of(task)).get(0));
    }

    /** The tasks of one kind that are assigned to the person signed in, the longest open first; at most 500. */
    public List<OpenTask> mine(String definitionKey) {
        return Actor.current(identity)
                .map(person -> open(tasks.createTaskQuery()
                        .taskDefinitionKey(definitionKey)
                        .taskAssignee(person.userId())
                        .active()
                        .orderByTaskCreateTime()
                        .asc()
                        .listPage(0, MOST)))
                .orElse(List.of());
    }

    /** Of these kinds in these cases, as far as the person signed in may read them; the oldest first. */
    public List<OpenTask> readableOf(Collection<String> businessKeys, Set<String> taskKeys) {
        if (businessKeys.isEmpty() || Actor.current(identity).isEmpty()) {
            return List.of();
        }
        return open(tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                .taskDefinitionKeyIn(taskKeys.toArray(String[]::new))
                .active()
                .orderByTaskCreateTime()
                .asc()
                .list());
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

    /**
     * An open task as it stands in a list of a case's tasks.
     *
     * @param groups whose task it is while nobody has taken it
     * @param readable whether the person signed in may open it
     */
    public record ListedTask(
            String id,
            String key,
            String name,
            String processName,
            String assignee,
            List<String> groups,
            java.time.Instant since,
            java.time.Instant due,
            boolean readable) {}

    /** All open tasks under these business keys, the oldest first. For callers who have found that the person may know of them. */
    public List<ListedTask> under(Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        List<Task> open = system.get(() -> tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                .active()
                .orderByTaskCreateTime()
                .asc()
                .list());
        if (open.isEmpty()) {
            return List.of();
        }
        Set<String> readable = Actor.current(identity).isEmpty()
                ? Set.of()
                : tasks
                        .createTaskQuery()
                        .taskIdIn(open.stream().map(Task::getId).toArray(String[]::new))
                        .active()
                        .list()
                        .stream()
                        .map(Task::getId)
                        .collect(Collectors.toSet());
        return system.get(() -> open.stream()
                .map(task -> listed(task, readable.contains(task.getId())))
                .toList());
    }

    private ListedTask listed(Task task, boolean readable) {
        ProcessDefinition definition =
                engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
        List<String> groups = task.getAssignee() != null
                ? List.of()
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList();
        return new ListedTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                definition.getName(),
                task.getAssignee(),
                groups,
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                readable);
    }

    private List<Task> all(String businessKey) {
        return system.get(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByTaskCreateTime()
                .asc()
                .list());
    }

    /** The instances of all of them are asked for at once. */
    private List<OpenTask> open(List<Task> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        return system.get(() -> {
            Map<String, ProcessInstance> instances = engine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceIds(
                            found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(ProcessInstance::getId, instance -> instance));
            return found.stream()
                    .map(task -> open(task, instances.get(task.getProcessInstanceId())))
                    .toList();
        });
    }

    /** @param instance null when it has ended meanwhile */
    private OpenTask open(Task task, ProcessInstance instance) {
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
    }
}

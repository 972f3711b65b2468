package cn.anchang.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** What waits for the person signed in, as far as a page shows it: the most pressing first, and not more than it has room for. */
@Component
public class MyTasks {

    /**
     * @param about what the task list shows beside it (customer, unit, subject), in the order of the configuration
     * @param due null when nobody set a day
     */
    public record MyTask(String id, String name, List<String> about, Instant due) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final AsTheSystem system;
    private final TaskRules rules;

    MyTasks(TaskService tasks, RuntimeService runtime, IdentityService identity, AsTheSystem system, TaskRules rules) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.system = system;
        this.rules = rules;
    }

    /** Those assigned to the person, by due date; those without one come last. */
    public List<MyTask> assigned(int limit) {
        return Actor.current(identity)
                .map(me -> page(tasks.createTaskQuery().taskAssignee(me.userId()), limit))
                .orElse(List.of());
    }

    /** The open tasks of one process that the person may read: assigned to them, or waiting for one of their groups. */
    public List<MyTask> of(String processKey, int limit) {
        return Actor.current(identity)
                .map(me -> page(tasks.createTaskQuery().processDefinitionKey(processKey), limit))
                .orElse(List.of());
    }

    private List<MyTask> page(TaskQuery query, int limit) {
        List<Task> found = query.active()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, limit);
        Map<String, Map<String, String>> shown = shown(found);
        return found.stream()
                .map(task -> new MyTask(
                        task.getId(),
                        task.getName(),
                        rules.shown().stream()
                                .map(shown.getOrDefault(task.getProcessInstanceId(), Map.of())::get)
                                .filter(text -> text != null && !text.isBlank())
                                .toList(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    /** By process instance and variable, for all tasks of the page at once. */
    private Map<String, Map<String, String>> shown(List<Task> found) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        List<String> instances = new ArrayList<>();
        found.forEach(task -> instances.add(task.getProcessInstanceId()));
        if (instances.isEmpty() || rules.shown().isEmpty()) {
            return texts;
        }
        List<VariableInstance> variables = system.get(() -> runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .variableNameIn(rules.shown().toArray(String[]::new))
                .list());
        variables.stream()
                .filter(variable -> variable.getValue() instanceof String)
                .forEach(variable -> texts.computeIfAbsent(variable.getProcessInstanceId(), id -> new HashMap<>())
                        .put(variable.getName(), (String) variable.getValue()));
        return texts;
    }
}

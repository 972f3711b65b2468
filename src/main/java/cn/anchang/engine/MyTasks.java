package cn.anchang.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
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
    private final IdentityService identity;
    private final TaskTexts texts;

    MyTasks(TaskService tasks, IdentityService identity, TaskTexts texts) {
        this.tasks = tasks;
        this.identity = identity;
        this.texts = texts;
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
        Map<String, List<String>> beside = texts.beside(found);
        return found.stream()
                .map(task -> new MyTask(
                        task.getId(),
                        task.getName(),
                        beside.getOrDefault(task.getId(), List.of()),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }
}

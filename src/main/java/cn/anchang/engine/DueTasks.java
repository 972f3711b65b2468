package cn.anchang.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The open tasks whose day is near, whoever may see them: for those who tell people in time. Asked as the system. */
@Component
public class DueTasks {

    /**
     * @param about what a task list shows beside it
     * @param assignee null while it waits for its group
     * @param tenant the site it belongs to, or null
     */
    public record DueTask(
            String id, String name, List<String> about, String assignee, String tenant, Instant since, Instant due) {}

    private static final int PAGE = 500;

    /** So many are nobody's oversight but a broken calendar; the rest is told when these are done. */
    private static final int MOST = 20_000;

    private final TaskService tasks;
    private final AsTheSystem system;
    private final TaskTexts texts;

    DueTasks(TaskService tasks, AsTheSystem system, TaskTexts texts) {
        this.tasks = tasks;
        this.system = system;
        this.texts = texts;
    }

    /** In somebody's hands and due between these moments, the earliest first. */
    public List<DueTask> assigned(Instant after, Instant before) {
        return all(() -> due(after, before).taskAssigned());
    }

    /** Due between these moments, and nobody of the group has taken it yet. */
    public List<DueTask> waitingFor(String groupId, Instant after, Instant before) {
        return all(() -> due(after, before).taskCandidateGroup(groupId).taskUnassigned());
    }

    /** Those of these tasks that are open still. */
    public Set<String> openAmong(Collection<String> taskIds) {
        Set<String> open = new HashSet<>();
        List<String> asked = List.copyOf(taskIds);
        for (int from = 0; from < asked.size(); from += PAGE) {
            String[] some =
                    asked.subList(from, Math.min(asked.size(), from + PAGE)).toArray(String[]::new);
            system.get(() -> tasks.createTaskQuery().taskIdIn(some).list()).forEach(task -> open.add(task.getId()));
        }
        return open;
    }

    private TaskQuery due(Instant after, Instant before) {
        return tasks.createTaskQuery().active().dueAfter(Date.from(after)).dueBefore(Date.from(before));
    }

    private List<DueTask> all(Supplier<TaskQuery> query) {
        return system.get(() -> {
            List<DueTask> all = new ArrayList<>();
            List<Task> page;
            do {
                page = query.get().orderByDueDate().asc().orderByTaskId().asc().listPage(all.size(), PAGE);
                Map<String, List<String>> beside = texts.beside(page);
                page.forEach(task -> all.add(due(task, beside.getOrDefault(task.getId(), List.of()))));
            } while (page.size() == PAGE && all.size() < MOST);
            return all;
        });
    }

    private DueTask due(Task task, List<String> about) {
        return new DueTask(
                task.getId(),
                task.getName(),
                about,
                task.getAssignee(),
                task.getTenantId(),
                task.getCreateTime().toInstant(),
                task.getDueDate().toInstant());
    }
}

package cn.anchang.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
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
    private final RuntimeService runtime;
    private final AsTheSystem system;
    private final TaskRules rules;

    DueTasks(TaskService tasks, RuntimeService runtime, AsTheSystem system, TaskRules rules) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.system = system;
        this.rules = rules;
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
                Map<String, Map<String, String>> shown = shown(page);
                page.forEach(task -> all.add(due(task, shown.getOrDefault(task.getId(), Map.of()))));
            } while (page.size() == PAGE && all.size() < MOST);
            return all;
        });
    }

    private DueTask due(Task task, Map<String, String> texts) {
        return new DueTask(
                task.getId(),
                task.getName(),
                rules.shown().stream()
                        .map(texts::get)
                        .filter(text -> text != null && !text.isBlank())
                        .toList(),
                task.getAssignee(),
                task.getTenantId(),
                task.getCreateTime().toInstant(),
                task.getDueDate().toInstant());
    }

    /** By task and variable, for all tasks of a page at once. */
    private Map<String, Map<String, String>> shown(List<Task> page) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        if (page.isEmpty() || rules.shown().isEmpty()) {
            return texts;
        }
        List<VariableInstance> variables = runtime.createVariableInstanceQuery()
                .taskIdIn(page.stream().map(Task::getId).toArray(String[]::new))
                .variableNameIn(rules.shown().toArray(String[]::new))
                .list();
        variables.stream()
                .filter(variable -> variable.getValue() instanceof String)
                .forEach(variable -> texts.computeIfAbsent(variable.getTaskId(), id -> new HashMap<>())
                        .put(variable.getName(), (String) variable.getValue()));
        return texts;
    }
}

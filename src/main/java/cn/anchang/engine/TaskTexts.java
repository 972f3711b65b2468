package cn.anchang.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the task list shows beside a task (customer, unit, subject), as {@link ShownVariables} put it on the task itself. */
@Component
class TaskTexts {

    private final RuntimeService runtime;
    private final AsTheSystem system;
    private final TaskRules rules;

    TaskTexts(RuntimeService runtime, AsTheSystem system, TaskRules rules) {
        this.runtime = runtime;
        this.system = system;
        this.rules = rules;
    }

    /** By task id, in the order of the configuration; asked for all of them at once. Whoever asks may see the tasks. */
    Map<String, List<String>> beside(List<Task> tasks) {
        if (tasks.isEmpty() || rules.shown().isEmpty()) {
            return Map.of();
        }
        List<VariableInstance> variables = system.get(() -> runtime.createVariableInstanceQuery()
                .taskIdIn(tasks.stream().map(Task::getId).toArray(String[]::new))
                .variableNameIn(rules.shown().toArray(String[]::new))
                .list());
        Map<String, Map<String, String>> named = new HashMap<>();
        variables.stream()
                .filter(variable -> variable.getValue() instanceof String)
                .forEach(variable -> named.computeIfAbsent(variable.getTaskId(), id -> new HashMap<>())
                        .put(variable.getName(), (String) variable.getValue()));
        Map<String, List<String>> beside = new HashMap<>();
        named.forEach((task, texts) -> beside.put(
                task,
                rules.shown().stream()
                        .map(texts::get)
                        .filter(text -> text != null && !text.isBlank())
                        .toList()));
        return beside;
    }
}

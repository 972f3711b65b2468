package cn.anchang.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Completes a task, or starts a process, as whoever is acting, by the same form a person would hand in: one transient Json variable. */
@Component
public class TaskForms {

    private final FormService forms;
    private final TaskService tasks;
    private final ObjectMapper json;

    public TaskForms(FormService forms, TaskService tasks, ObjectMapper json) {
        this.forms = forms;
        this.tasks = tasks;
        this.json = json;
    }

    public void submit(String taskId, Map<String, ?> content) {
        forms.submitTaskForm(taskId, written(content));
    }

    /** Starts the process whose start form this is. */
    public void start(String processDefinitionId, Object content) {
        forms.submitStartForm(processDefinitionId, written(content));
    }

    /** Every open task of this id in the case; without one nothing happens. */
    public void submitOpen(String businessKey, String definitionKey, Map<String, ?> content) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(definitionKey)
                .list()
                .forEach(task -> submit(task.getId(), content));
    }

    private Map<String, Object> written(Object content) {
        try {
            return Map.of(
                    Forms.FORM,
                    SpinValues.jsonValue(json.writeValueAsString(content))
                            .setTransient(true)
                            .create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

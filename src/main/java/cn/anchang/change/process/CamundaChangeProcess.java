package cn.anchang.change.process;

import cn.anchang.approval.Decision;
import cn.anchang.change.ChangeForm;
import cn.anchang.change.ChangeProcess;
import cn.anchang.engine.AsTheSystem;
import cn.anchang.engine.TaskForms;
import cn.anchang.engine.Tenants;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Sets change orders going, and completes an approval for the person who agreed on our page: the same task, as the same person. */
@Component
class CamundaChangeProcess implements ChangeProcess {

    static final String ASKED = "change-order.asked";

    private static final String PROCESS = "change-order";
    private static final String DECIDE = "userTask_decide";

    private final RuntimeService runtime;
    private final Tenants tenants;
    private final RepositoryService repository;
    private final TaskForms forms;
    private final TaskService tasks;
    private final AsTheSystem system;

    CamundaChangeProcess(
            RuntimeService runtime,
            Tenants tenants,
            RepositoryService repository,
            TaskForms forms,
            TaskService tasks,
            AsTheSystem system) {
        this.runtime = runtime;
        this.tenants = tenants;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public void needed(UUID orderId, String consultant, String customerName, String unitNo, String subject) {
        system.run(() -> runtime.startProcessInstanceByMessage(
                ASKED,
                orderId.toString(),
                tenants.of(
                        PROCESS,
                        orderId,
                        Map.of(
                                ChangeVariables.CONSULTANT.name(), consultant,
                                ChangeVariables.CUSTOMER_NAME.name(), customerName,
                                ChangeVariables.UNIT_NO.name(), unitNo,
                                ChangeVariables.SUBJECT.name(), subject))));
    }

    @Override
    public void ask(ChangeForm form) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult();
        forms.start(latest.getId(), form);
    }

    @Override
    public Optional<Pending> pending(UUID orderId) {
        return decision(orderId).map(task -> new Pending(task.getId(), orderId, task.getAssignee()));
    }

    /** Seen with the rights of the person signed in; somebody else who claimed it is left to decide. */
    private Optional<Task> decision(UUID orderId) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(orderId.toString())
                .taskDefinitionKey(DECIDE)
                .active()
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public void agree(UUID orderId, String fingerprint) {
        Task task = decision(orderId).orElseThrow();
        forms.submit(task.getId(), Map.of("decision", Decision.AGREE, "fingerprint", fingerprint));
    }
}

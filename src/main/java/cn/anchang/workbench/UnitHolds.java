package cn.anchang.workbench;

import cn.anchang.engine.OpenTasks;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.engine.TaskForms;
import cn.anchang.inventory.UnitCard;
import cn.anchang.organization.Staff;
import cn.anchang.workbench.UnitRecords.Sale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A hold from the board: finds the person's own task 选房 of that customer and completes it by its form, as Tasklist would. */
@Component
class UnitHolds {

    private static final String THE_CHOICE = "userTask_chooseUnit";
    private static final Set<String> CHOOSE = Set.of(Staff.SALES, Staff.SITE_MANAGER);

    /** A customer of the person signed in who waits for a unit. */
    public record Waiting(String taskId, String customer, String phone, String caseNo) {}

    private final OpenTasks tasks;
    private final TaskForms forms;
    private final UnitRecords records;
    private final Staff staff;

    UnitHolds(OpenTasks tasks, TaskForms forms, UnitRecords records, Staff staff) {
        this.tasks = tasks;
        this.forms = forms;
        this.records = records;
        this.staff = staff;
    }

    boolean mayEver(String userId) {
        return staff.isInAnyOf(userId, CHOOSE);
    }

    /** Those of the unit's project; none for whoever never chooses units. */
    List<Waiting> waitingFor(UnitCard card, String userId) {
        if (!mayEver(userId)) {
            return List.of();
        }
        Map<UUID, String> taskOf = new LinkedHashMap<>();
        for (OpenTask task : tasks.mine(THE_CHOICE)) {
            if (task.businessKey() != null) {
                taskOf.putIfAbsent(UUID.fromString(task.businessKey()), task.id());
            }
        }
        return records.sales(taskOf.keySet(), card.projectId()).stream()
                .map(sale -> waiting(taskOf.get(sale.caseId()), sale))
                .toList();
    }

    private static Waiting waiting(String taskId, Sale sale) {
        return new Waiting(taskId, sale.customer(), sale.phone(), sale.no());
    }

    Optional<Waiting> waiting(UnitCard card, String taskId, String userId) {
        return waitingFor(card, userId).stream()
                .filter(one -> one.taskId().equals(taskId))
                .findFirst();
    }

    /** @throws cn.anchang.shared.Refused when the desk says no: then the task is open as before */
    void hold(UnitCard card, Waiting customer) {
        forms.submit(
                customer.taskId(), Map.of("chosen", true, "unitId", card.unit().unitId()));
    }
}

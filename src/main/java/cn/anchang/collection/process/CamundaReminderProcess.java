package cn.anchang.collection.process;

import cn.anchang.collection.ReminderProcess;
import cn.anchang.engine.AsTheSystem;
import cn.anchang.engine.Tenants;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Asks consultants to call, and lets them off when nothing is owed any more. */
@Component
class CamundaReminderProcess implements ReminderProcess {

    static final String CALL_NEEDED = "payment-reminder.call-needed";
    static final String CALL_NEEDLESS = "payment-reminder.call-needless";

    private final RuntimeService runtime;
    private final Tenants tenants;
    private final AsTheSystem system;

    CamundaReminderProcess(RuntimeService runtime, Tenants tenants, AsTheSystem system) {
        this.runtime = runtime;
        this.tenants = tenants;
        this.system = system;
    }

    @Override
    public void callNeeded(UUID reminderId, String consultant, String customerName, String unitNo, String subject) {
        system.run(() -> runtime.startProcessInstanceByMessage(
                CALL_NEEDED,
                reminderId.toString(),
                tenants.of(
                        "payment-reminder",
                        reminderId,
                        Map.of(
                                ReminderVariables.CONSULTANT.name(), consultant,
                                ReminderVariables.CUSTOMER_NAME.name(), customerName,
                                ReminderVariables.UNIT_NO.name(), unitNo,
                                ReminderVariables.SUBJECT.name(), subject))));
    }

    @Override
    public void callNeedless(UUID reminderId) {
        system.run(() -> runtime.createExecutionQuery()
                .processInstanceBusinessKey(reminderId.toString())
                .messageEventSubscriptionName(CALL_NEEDLESS)
                .list()
                .forEach(call -> runtime.messageEventReceived(CALL_NEEDLESS, call.getId())));
    }
}

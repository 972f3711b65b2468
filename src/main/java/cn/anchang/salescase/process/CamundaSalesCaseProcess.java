package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.EXTENDED_UNTIL;
import static cn.anchang.salescase.process.CaseVariables.FIRST_PAYMENT_COMPLETE;
import static cn.anchang.salescase.process.CaseVariables.PAYMENT_METHOD;
import static cn.anchang.salescase.process.CaseVariables.SIGN_BY;
import static cn.anchang.salescase.process.CaseVariables.SIGN_OVERDUE_AT;
import static cn.anchang.salescase.process.CaseVariables.SIGN_REMIND_FIRST_AT;
import static cn.anchang.salescase.process.CaseVariables.SIGN_REMIND_SECOND_AT;
import static cn.anchang.salescase.process.CaseVariables.UNDO_KIND;
import static cn.anchang.salescase.process.CaseVariables.UNIT_NO;

import cn.anchang.engine.TaskForms;
import cn.anchang.salescase.SalesCaseProcess;
import cn.anchang.salescase.SigningClock;
import cn.anchang.salescase.SigningStart;
import cn.anchang.salescase.UndoKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells a running sale what happened, if it waits for that. */
@Component
class CamundaSalesCaseProcess implements SalesCaseProcess {

    static final String CUSTOMER_RETURNED = "sales-case.customer-returned";
    static final String MUST_SIGN_ANEW = "sales-case.must-sign-anew";
    static final String WITHDRAWAL_APPROVED = "sales-case.withdrawal-approved";
    static final String EXTENDED = "sales-case-signing.extended";

    private static final String SALE = "sales-case";
    private static final String SIGNING = "sales-case-signing";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final TaskForms forms;
    private final Clock clock;

    CamundaSalesCaseProcess(
            RuntimeService runtime, ManagementService management, TaskService tasks, TaskForms forms, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public void customerReturned(UUID caseId) {
        waiting(caseId, CUSTOMER_RETURNED)
                .forEach(waiting -> runtime.messageEventReceived(CUSTOMER_RETURNED, waiting.getId()));
    }

    @Override
    public void signingExtended(UUID caseId, SigningClock clock) {
        Map<String, Object> moments = new HashMap<>();
        put(moments, clock);
        EXTENDED_UNTIL.put(moments, clock.overdueAt());
        instances(caseId, SALE).forEach(sale -> runtime.setVariables(sale.getId(), moments));
        for (ProcessInstance signing : instances(caseId, SIGNING)) {
            runtime.setVariables(signing.getId(), moments);
            move(signing, "timer_signingRemindFirst", clock.remindFirst());
            move(signing, "timer_signingRemindSecond", clock.remindSecond());
            move(signing, "timer_signingOverdue", clock.overdueAt());
            move(signing, "timer_extensionOver", clock.overdueAt());
            postpone(signing, clock.signBy());
        }
        waiting(caseId, EXTENDED).forEach(deciding -> runtime.messageEventReceived(EXTENDED, deciding.getId()));
    }

    private void move(ProcessInstance signing, String timer, Instant to) {
        management
                .createJobQuery()
                .processInstanceId(signing.getId())
                .activityId(timer)
                .list()
                .forEach(job -> management.setJobDuedate(job.getId(), Date.from(to), false));
    }

    private void postpone(ProcessInstance signing, Instant until) {
        for (Task open : tasks.createTaskQuery()
                .processInstanceId(signing.getId())
                .taskDefinitionKeyIn("userTask_collectFirstPayment", "userTask_signContract")
                .list()) {
            open.setDueDate(Date.from(until));
            tasks.saveTask(open);
        }
    }

    @Override
    public void mustSignAnew(UUID caseId, SigningStart start) {
        termsChanged(caseId, start);
        tell(caseId, MUST_SIGN_ANEW);
    }

    @Override
    public void termsChanged(UUID caseId, SigningStart start) {
        Map<String, Object> variables = new HashMap<>();
        put(variables, start.clock());
        UNIT_NO.put(variables, start.unitNo());
        PAYMENT_METHOD.put(variables, start.terms().name());
        FIRST_PAYMENT_COMPLETE.put(variables, start.firstPaymentComplete());
        instances(caseId, SALE).forEach(sale -> runtime.setVariables(sale.getId(), variables));
    }

    @Override
    public void withdrawalApproved(UUID caseId, UndoKind kind) {
        Map<String, Object> variables = new HashMap<>();
        UNDO_KIND.put(variables, kind.name().toLowerCase(Locale.ROOT));
        instances(caseId, SALE).forEach(sale -> runtime.setVariables(sale.getId(), variables));
        tell(caseId, WITHDRAWAL_APPROVED);
    }

    private static void put(Map<String, Object> variables, SigningClock clock) {
        SIGN_BY.put(variables, clock.signBy());
        SIGN_REMIND_FIRST_AT.put(variables, clock.remindFirst());
        SIGN_REMIND_SECOND_AT.put(variables, clock.remindSecond());
        SIGN_OVERDUE_AT.put(variables, clock.overdueAt());
    }

    private void tell(UUID caseId, String message) {
        List<Execution> waiting = waiting(caseId, message);
        if (waiting.size() != 1) {
            throw new IllegalStateException("%d of sale %s wait for %s".formatted(waiting.size(), caseId, message));
        }
        runtime.messageEventReceived(message, waiting.get(0).getId());
    }

    private List<Execution> waiting(UUID caseId, String message) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseId.toString())
                .messageEventSubscriptionName(message)
                .list();
    }

    private List<ProcessInstance> instances(UUID caseId, String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString(), process)
                .list();
    }

    @Override
    public void firstMoneyComplete(UUID caseId) {
        forms.submitOpen(
                caseId.toString(),
                "userTask_collectFirstPayment",
                Map.of("amount", "0.00", "method", "TRANSFER", "payer", "—", "paidOn", LocalDate.now(clock)));
    }
}

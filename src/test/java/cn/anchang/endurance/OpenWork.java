package cn.anchang.endurance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * Open tasks by the thousand, three a sale, made by the engine: processes of one step each stand in for the real ones, a tenth of them
 * for approvals. Of ten tasks four are a consultant's own, the others wait for a group.
 */
final class OpenWork {

    static final int TASKS_A_SALE = 3;

    private static final String WORK = "bench-work";
    private static final String APPROVAL = "approval-round";
    private static final int AT_ONCE = 100;
    private static final String[] GROUPS = {
        "sales",
        "sales",
        "sales",
        "sales",
        "site-manager",
        "finance",
        "marketing",
        "customer-service",
        "management",
        "sales"
    };

    private final RuntimeService runtime;
    private final CommandExecutor atOnce;
    private final Instant now;

    /** Many instances begin in one command of the engine's, so that their rows are written together. */
    OpenWork(ProcessEngine engine, Instant now) {
        this.runtime = engine.getRuntimeService();
        this.atOnce = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.now = now;
        for (String process : List.of(WORK, APPROVAL)) {
            engine.getRepositoryService()
                    .createDeployment()
                    .name("bench-" + process)
                    .addModelInstance("bench/" + process + ".bpmn", model(process))
                    .deploy();
        }
    }

    private static BpmnModelInstance model(String process) {
        return Bpmn.createExecutableProcess(process)
                .name("压测")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("userTask_bench")
                .name("压测任务")
                .camundaAssignee("${assignee}")
                .camundaCandidateGroups("${group}")
                .camundaDueDate("${due}")
                .endEvent()
                .done();
    }

    /** The tasks of the sales of these numbers, counted from one. */
    void open(int fromSale, int toSale) throws Exception {
        int from = (fromSale - 1) * TASKS_A_SALE;
        int to = toSale * TASKS_A_SALE;
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> parts = IntStream.iterate(from, at -> at < to, at -> at + AT_ONCE)
                    .<Future<?>>mapToObj(at -> workers.submit(() -> atOnce.execute(context -> {
                        IntStream.range(at, Math.min(to, at + AT_ONCE)).forEach(this::begin);
                        return null;
                    })))
                    .toList();
            for (Future<?> part : parts) {
                part.get();
            }
        } finally {
            workers.shutdown();
        }
    }

    private void begin(int task) {
        int sale = task / TASKS_A_SALE + 1;
        int kind = task % GROUPS.length;
        Map<String, Object> variables = new HashMap<>();
        variables.put("customerName", "客户" + sale);
        variables.put("unitNo", "1-" + sale);
        variables.put("subject", "第 " + task + " 件事");
        variables.put("group", Variables.stringValue(GROUPS[kind], true));
        variables.put(
                "assignee",
                Variables.stringValue(kind < 4 ? SitesAtWork.consultant(sale % SitesAtWork.CONSULTANTS) : null, true));
        variables.put(
                "due",
                Variables.dateValue(Date.from(now.plus(task * 31L % (40 * 24) - 5 * 24, ChronoUnit.HOURS)), true));
        variables.put(
                "tenant",
                Variables.stringValue(
                        SitesAtWork.project((sale - 1) / SitesAtWork.SALES_A_PROJECT + 1)
                                .toString(),
                        true));
        runtime.createProcessInstanceByKey(GROUPS[kind].equals("management") ? APPROVAL : WORK)
                .businessKey(SitesAtWork.sale(sale).toString())
                .setVariables(variables)
                .execute();
    }
}

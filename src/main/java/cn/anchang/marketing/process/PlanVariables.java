package cn.anchang.marketing.process;

import cn.anchang.engine.Variable;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a plan's processes keep: answers for gateways, moments for timers, what a task list shows. */
final class PlanVariables {

    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> VERSION_ID = Variable.text("versionId");
    static final Variable<Boolean> PLAN_SUBMITTED = Variable.flag("planSubmitted");
    static final Variable<Integer> SHOW_FLAT_COUNT = Variable.number("showFlatCount");
    static final Variable<Integer> CONSTRUCTION_COUNT = Variable.number("constructionCount");
    static final Variable<Integer> ACTIVITY_COUNT = Variable.number("activityCount");
    static final Variable<Instant> STAGE_ENDS_AT = Variable.moment("stageEndsAt");
    static final Variable<Boolean> SUPPLIERS_ENGAGED = Variable.flag("suppliersEngaged");
    static final Variable<Boolean> NEXT_PLAN_WANTED = Variable.flag("nextPlanWanted");

    /** Of each thing that is handed out, beside the others of its kind. */
    static final Variable<String> PLAN_ITEM = Variable.text("planItem");

    static final Variable<Instant> ITEM_DUE_AT = Variable.moment("itemDueAt");
    static final Variable<Instant> ACTIVITY_RELEASED_AT = Variable.moment("activityReleasedAt");
    static final Variable<String> ACTIVITY_OWNER = Variable.text("activityOwner");

    private PlanVariables() {}

    /** The business key of a plan's processes is the edition's id. */
    static UUID planId(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID planId(DelegateTask task) {
        return planId(task.getExecution());
    }
}

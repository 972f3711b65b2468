package cn.anchang.marketing.process;

import static cn.anchang.marketing.process.PlanVariables.ACTIVITY_OWNER;
import static cn.anchang.marketing.process.PlanVariables.ACTIVITY_RELEASED_AT;
import static cn.anchang.marketing.process.PlanVariables.ITEM_DUE_AT;
import static cn.anchang.marketing.process.PlanVariables.PLAN_ITEM;
import static cn.anchang.marketing.process.PlanVariables.SUBJECT;
import static cn.anchang.marketing.process.PlanVariables.planId;

import cn.anchang.marketing.PlanDesk;
import cn.anchang.marketing.PlanItem;
import cn.anchang.marketing.PlanItemKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins one of several things of a kind: says which one it is, when it is due, and whose. */
@Component
class PlanItemHandedOut implements ExecutionListener {

    private static final Map<String, PlanItemKind> KINDS = Map.of(
            "userTask_changeShowFlat", PlanItemKind.SHOW_FLAT,
            "userTask_adjustConstruction", PlanItemKind.CONSTRUCTION,
            "subProcess_carryOutActivities", PlanItemKind.ACTIVITY);

    private final PlanDesk desk;
    private final Clock clock;

    PlanItemHandedOut(PlanDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        int turn = (Integer) execution.getVariable("loopCounter");
        PlanItem item = desk.item(planId(execution), KINDS.get(execution.getCurrentActivityId()), turn);
        PLAN_ITEM.setHere(execution, item.key());
        SUBJECT.setHere(execution, SUBJECT.get(execution) + " · " + item.title());
        ITEM_DUE_AT.setHere(execution, beginningOf(item.dueOn().plusDays(1)));
        if (item.kind() == PlanItemKind.ACTIVITY) {
            ACTIVITY_RELEASED_AT.setHere(execution, beginningOf(item.startsOn()));
            ACTIVITY_OWNER.setHere(execution, item.owner());
        }
    }

    private Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}

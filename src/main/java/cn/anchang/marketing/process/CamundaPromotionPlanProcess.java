package cn.anchang.marketing.process;

import cn.anchang.engine.Tenants;
import cn.anchang.marketing.PromotionPlanProcess;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Begins a plan's process without a form, and ends one that a later edition takes the place of. */
@Component
class CamundaPromotionPlanProcess implements PromotionPlanProcess {

    static final String REVISION_ASKED = "promotion-plan.revision-asked";
    static final String SUPERSEDED = "promotion-plan.superseded";

    private final RuntimeService runtime;
    private final Tenants tenants;

    CamundaPromotionPlanProcess(RuntimeService runtime, Tenants tenants) {
        this.runtime = runtime;
        this.tenants = tenants;
    }

    @Override
    public void revisionAsked(UUID planId, String subject) {
        runtime.createMessageCorrelation(REVISION_ASKED)
                .processInstanceBusinessKey(planId.toString())
                .setVariables(tenants.of("promotion-plan", planId, Map.of(PlanVariables.SUBJECT.name(), subject)))
                .correlateStartMessage();
    }

    @Override
    public void superseded(UUID planId) {
        runtime.createMessageCorrelation(SUPERSEDED)
                .processInstanceBusinessKey(planId.toString())
                .correlateWithResult();
    }
}

package cn.anchang.marketing;

import cn.anchang.engine.TenantOfStart;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Plans, summaries and reports belong to the site they are about. */
@Component
class SiteOfMarketing implements TenantOfStart {

    private final PromotionPlans plans;
    private final StageSummaryRows summaries;
    private final SalesReports reports;

    SiteOfMarketing(PromotionPlans plans, StageSummaryRows summaries, SalesReports reports) {
        this.plans = plans;
        this.summaries = summaries;
        this.reports = reports;
    }

    @Override
    public Set<String> processes() {
        return Set.of("promotion-plan", "stage-summary", "sales-report");
    }

    @Override
    public Optional<UUID> by(StartForm form) {
        return form.id("planId")
                .flatMap(plans::findById)
                .map(PromotionPlan::projectId)
                .or(() -> form.id("projectId"));
    }

    @Override
    public Optional<UUID> by(UUID id) {
        return plans.findById(id)
                .map(PromotionPlan::projectId)
                .or(() -> summaries.findById(id).map(StageSummary::projectId))
                .or(() -> reports.findById(id).map(SalesReport::projectId));
    }
}

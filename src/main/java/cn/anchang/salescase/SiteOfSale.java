package cn.anchang.salescase;

import cn.anchang.engine.TenantOfStart;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A sale belongs to the site of the project the visitor came to see. */
@Component
class SiteOfSale implements TenantOfStart {

    private final SalesCases cases;

    SiteOfSale(SalesCases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> processes() {
        return Set.of("sales-case");
    }

    @Override
    public Optional<UUID> by(StartForm form) {
        return form.id("projectId");
    }

    @Override
    public Optional<UUID> by(UUID caseId) {
        return cases.findById(caseId).map(SalesCase::projectId);
    }
}

package cn.anchang.change;

import cn.anchang.engine.TenantOfStart;
import cn.anchang.salescase.SalesCase;
import cn.anchang.salescase.SalesCases;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is asked about a sale belongs to the sale's site. */
@Component
class SiteOfChange implements TenantOfStart {

    private final SalesCases cases;
    private final ChangeOrders orders;
    private final SpecialPriceRequests prices;

    SiteOfChange(SalesCases cases, ChangeOrders orders, SpecialPriceRequests prices) {
        this.cases = cases;
        this.orders = orders;
        this.prices = prices;
    }

    @Override
    public Set<String> processes() {
        return Set.of("change-order", "price-approval");
    }

    @Override
    public Optional<UUID> by(StartForm form) {
        return form.id("caseId").flatMap(this::siteOf);
    }

    @Override
    public Optional<UUID> by(UUID requestId) {
        return orders.findById(requestId)
                .map(ChangeOrder::caseId)
                .or(() -> prices.findById(requestId).map(SpecialPriceRequest::caseId))
                .flatMap(this::siteOf);
    }

    private Optional<UUID> siteOf(UUID caseId) {
        return cases.findById(caseId).map(SalesCase::projectId);
    }
}

package cn.anchang.salescase;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The summaries, one a case. */
public interface SalesSummaries extends Repository<SalesSummary, UUID> {

    Optional<SalesSummary> findByCaseId(UUID caseId);

    SalesSummary save(SalesSummary salesSummary);
}

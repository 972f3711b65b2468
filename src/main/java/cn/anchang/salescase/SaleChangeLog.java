package cn.anchang.salescase;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All changes carried out on sales. */
interface SaleChangeLog extends Repository<SaleChange, UUID> {

    List<SaleChange> findByCaseIdOrderByChangedAt(UUID caseId);

    SaleChange save(SaleChange change);
}

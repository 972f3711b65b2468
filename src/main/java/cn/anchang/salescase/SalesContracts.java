package cn.anchang.salescase;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The contracts, one a case. */
public interface SalesContracts extends Repository<SalesContract, UUID> {

    Optional<SalesContract> findByCaseId(UUID caseId);

    Optional<SalesContract> findByFilingNo(String filingNo);

    SalesContract save(SalesContract salesContract);
}

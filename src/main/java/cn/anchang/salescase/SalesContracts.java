package cn.anchang.salescase;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The contracts: at most one of a case is in force, void ones stay. */
public interface SalesContracts extends Repository<SalesContract, UUID> {

    /** The one in force. */
    @Query("select k from SalesContract k where k.caseId = :caseId and k.voidedOn is null")
    Optional<SalesContract> findByCaseId(UUID caseId);

    Optional<SalesContract> findByFilingNo(String filingNo);

    SalesContract save(SalesContract salesContract);
}

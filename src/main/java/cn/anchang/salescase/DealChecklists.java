package cn.anchang.salescase;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The checklists of closed deals, one a case. */
public interface DealChecklists extends Repository<DealChecklist, UUID> {

    Optional<DealChecklist> findByCaseId(UUID caseId);

    DealChecklist save(DealChecklist dealChecklist);
}

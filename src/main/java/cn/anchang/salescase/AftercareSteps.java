package cn.anchang.salescase;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The steps after the deals. */
public interface AftercareSteps extends Repository<AftercareStep, UUID> {

    List<AftercareStep> findByCaseIdOrderByDueOn(UUID caseId);

    Optional<AftercareStep> findByCaseIdAndKind(UUID caseId, AftercareKind kind);

    AftercareStep save(AftercareStep aftercareStep);
}

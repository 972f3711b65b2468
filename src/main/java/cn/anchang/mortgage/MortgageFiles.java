package cn.anchang.mortgage;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MortgageFiles extends Repository<Mortgage, UUID> {

    Optional<Mortgage> findByCaseId(UUID caseId);

    Mortgage save(Mortgage mortgage);
}

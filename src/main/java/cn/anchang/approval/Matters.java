package cn.anchang.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All matters, open and decided. */
interface Matters extends Repository<Matter, UUID> {

    Matter save(Matter matter);

    Optional<Matter> findById(UUID id);

    List<Matter> findByVersionIdOrderByStep(UUID versionId);

    List<Matter> findByDocumentIdOrderByOpenedAtDesc(UUID documentId);
}

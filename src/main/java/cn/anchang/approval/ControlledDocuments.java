package cn.anchang.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All controlled documents. */
interface ControlledDocuments extends Repository<ControlledDocument, UUID> {

    ControlledDocument save(ControlledDocument document);

    Optional<ControlledDocument> findById(UUID id);

    List<ControlledDocument> findByIdIn(Collection<UUID> ids);

    List<ControlledDocument> findByKindInOrderByOpenedAtDescNoDesc(Collection<String> kinds);
}

package cn.anchang.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The versions of all documents. */
interface DocumentVersions extends Repository<DocumentVersion, UUID> {

    DocumentVersion save(DocumentVersion version);

    Optional<DocumentVersion> findById(UUID id);

    /** The latest first. */
    List<DocumentVersion> findByDocumentIdOrderByNumberDesc(UUID documentId);

    Optional<DocumentVersion> findFirstByDocumentIdOrderByNumberDesc(UUID documentId);

    Optional<DocumentVersion> findFirstByDocumentIdAndStateOrderByNumberDesc(UUID documentId, VersionState state);
}

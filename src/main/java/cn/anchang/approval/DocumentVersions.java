package cn.anchang.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The versions of all documents. */
interface DocumentVersions extends Repository<DocumentVersion, UUID> {

    DocumentVersion save(DocumentVersion version);

    Optional<DocumentVersion> findById(UUID id);

    /** The latest first. */
    List<DocumentVersion> findByDocumentIdOrderByNumberDesc(UUID documentId);

    Optional<DocumentVersion> findFirstByDocumentIdOrderByNumberDesc(UUID documentId);

    /** The latest of each of these documents that has any. */
    @Query("""
            select v from DocumentVersion v where v.documentId in :documents
               and v.number = (select max(w.number) from DocumentVersion w where w.documentId = v.documentId)""")
    List<DocumentVersion> latestOf(Collection<UUID> documents);

    Optional<DocumentVersion> findFirstByDocumentIdAndStateOrderByNumberDesc(UUID documentId, VersionState state);
}

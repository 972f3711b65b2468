package cn.anchang.approval;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents as they stand this moment. Whoever changes one takes its lock first and reads the rest afterwards, so that of two at once
 * the second sees what the first did.
 */
@Component
class Drawers {

    private final EntityManager entities;
    private final DocumentVersions versions;
    private final Matters matters;

    Drawers(EntityManager entities, DocumentVersions versions, Matters matters) {
        this.entities = entities;
        this.versions = versions;
        this.matters = matters;
    }

    /** The document, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ControlledDocument locked(UUID documentId) {
        entities.flush();
        ControlledDocument document = entities.find(ControlledDocument.class, documentId);
        if (document == null) {
            throw new IllegalArgumentException("No document " + documentId);
        }
        entities.refresh(document, LockModeType.PESSIMISTIC_WRITE);
        return document;
    }

    DocumentVersion version(UUID versionId) {
        return versions.findById(versionId)
                .map(this::fresh)
                .orElseThrow(() -> new IllegalArgumentException("No version " + versionId));
    }

    Optional<DocumentVersion> latest(UUID documentId) {
        return versions.findFirstByDocumentIdOrderByNumberDesc(documentId).map(this::fresh);
    }

    Matter matter(UUID matterId) {
        return matters.findById(matterId)
                .map(this::fresh)
                .orElseThrow(() -> new IllegalArgumentException("No matter " + matterId));
    }

    List<Matter> matters(UUID versionId) {
        return matters.findByVersionIdOrderByStep(versionId).stream()
                .map(this::fresh)
                .toList();
    }

    private <T> T fresh(T entity) {
        entities.flush();
        entities.refresh(entity);
        return entity;
    }
}

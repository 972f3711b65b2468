package cn.anchang.approval;

import cn.anchang.engine.TenantOfStart;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A document is approved on the site of the project it is about; about none, its approvers are the company's. */
@Component
class SiteOfDocument implements TenantOfStart {

    private final ControlledDocuments documents;

    SiteOfDocument(ControlledDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Set<String> processes() {
        return Set.of("document-approval");
    }

    @Override
    public Optional<UUID> by(StartForm form) {
        return Optional.empty();
    }

    @Override
    public Optional<UUID> by(UUID documentId) {
        return documents.findById(documentId).map(ControlledDocument::projectId);
    }
}

package cn.anchang.approval;

import java.util.List;
import org.springframework.stereotype.Component;

/** Whether what is stored is still what was put before the approvers. */
@Component
class Seal {

    private final CanonicalJson json;
    private final DocumentKinds kinds;
    private final Attachments attachments;
    private final ControlledDocuments documents;

    Seal(CanonicalJson json, DocumentKinds kinds, Attachments attachments, ControlledDocuments documents) {
        this.json = json;
        this.kinds = kinds;
        this.attachments = attachments;
        this.documents = documents;
    }

    String of(ControlledDocument document, DocumentVersion version) {
        return json.fingerprint(document.kind(), document.id(), version.number(), version.content());
    }

    /** The content and the files it names have the fingerprint the version was submitted with. */
    boolean isWhole(DocumentVersion version) {
        ControlledDocument document = documents.findById(version.documentId()).orElseThrow();
        return of(document, version).equals(version.fingerprint())
                && attachments
                        .differing(document.id(), kinds.attachments(document.kind(), contentOf(document, version)))
                        .isEmpty();
    }

    /** Approved step by step, every time with this very content, and whole until today. */
    boolean holds(DocumentVersion version, List<Matter> matters) {
        if (version.state() != VersionState.APPROVED && version.state() != VersionState.SUPERSEDED) {
            return false;
        }
        boolean agreed = matters.size() == version.steps().size()
                && matters.stream()
                        .allMatch(matter -> matter.state() == MatterState.AGREED
                                && matter.fingerprint().equals(version.fingerprint()));
        return agreed && isWhole(version);
    }

    Object contentOf(ControlledDocument document, DocumentVersion version) {
        return json.read(version.content(), kinds.of(document.kind()).type());
    }
}

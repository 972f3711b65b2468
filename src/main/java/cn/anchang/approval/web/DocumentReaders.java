package cn.anchang.approval.web;

import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.DocumentView;
import cn.anchang.approval.Documents;
import cn.anchang.organization.Staff;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who reads which document: the readers of its kind, and whoever had a hand in writing it. To others it does not exist. */
@Component
class DocumentReaders {

    private final Documents documents;
    private final ObjectProvider<DocumentKind<?>> kinds;
    private final Staff staff;

    DocumentReaders(Documents documents, ObjectProvider<DocumentKind<?>> kinds, Staff staff) {
        this.documents = documents;
        this.kinds = kinds;
        this.staff = staff;
    }

    Set<String> kindsReadableBy(String person) {
        return documents.readableBy(staff.groupsOf(person));
    }

    Optional<DocumentView> readable(UUID documentId, String person) {
        return documents.find(documentId).filter(document -> mayRead(document, person));
    }

    boolean mayRead(DocumentView document, String person) {
        return kindsReadableBy(person).contains(document.kind())
                || document.openedBy().equals(person)
                || document.revisions().stream()
                        .anyMatch(revision -> revision.by().equals(person));
    }

    boolean mayCopy(DocumentView document, String person) {
        Set<String> groups = staff.groupsOf(person);
        return document.current() != null && kind(document).copiers().stream().anyMatch(groups::contains);
    }

    DocumentKind<?> kind(DocumentView document) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(document.kind()))
                .findFirst()
                .orElseThrow();
    }
}

package cn.anchang.approval.web;

import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.DocumentView;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Revision;
import cn.anchang.approval.VersionState;
import cn.anchang.approval.VersionView;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who reads which document of the sites they work on: the readers of its kind, and whoever had a hand in writing it. To others it does not exist. */
@Component
class DocumentReaders {

    /** Versions that never left their author. */
    private static final Set<VersionState> UNFINISHED = Set.of(VersionState.DRAFT, VersionState.ABANDONED);

    private final Documents documents;
    private final ObjectProvider<DocumentKind<?>> kinds;
    private final Staff staff;
    private final Sites sites;

    DocumentReaders(Documents documents, ObjectProvider<DocumentKind<?>> kinds, Staff staff, Sites sites) {
        this.documents = documents;
        this.kinds = kinds;
        this.staff = staff;
        this.sites = sites;
    }

    Set<String> kindsReadableBy(String person) {
        return documents.readableBy(staff.groupsOf(person));
    }

    Optional<DocumentView> readable(UUID documentId, String person) {
        return documents
                .find(documentId)
                .filter(document -> mayRead(document, person))
                .map(document -> writes(document, person) ? document : withoutDrafts(document));
    }

    private DocumentView withoutDrafts(DocumentView document) {
        List<Revision> submitted = document.revisions().stream()
                .filter(revision -> !UNFINISHED.contains(revision.state()))
                .toList();
        VersionView newest = submitted.stream()
                .findFirst()
                .map(revision -> documents.version(document.id(), revision.version()))
                .orElse(null);
        return document.showing(newest, submitted);
    }

    /** Those whose kind of document it is, and whoever had a hand in this one. */
    private boolean writes(DocumentView document, String person) {
        return staff.groupsOf(person).stream().anyMatch(kind(document).writers()::contains)
                || hadAHandIn(document, person);
    }

    private static boolean hadAHandIn(DocumentView document, String person) {
        return document.openedBy().equals(person)
                || document.revisions().stream()
                        .anyMatch(revision -> revision.by().equals(person));
    }

    boolean mayRead(DocumentView document, String person) {
        return sites.isOpenTo(person, document.projectId())
                && (kindsReadableBy(person).contains(document.kind()) || hadAHandIn(document, person));
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

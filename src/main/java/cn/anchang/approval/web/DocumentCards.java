package cn.anchang.approval.web;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Change;
import cn.anchang.approval.ControlBlock;
import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentView;
import cn.anchang.approval.Documents;
import cn.anchang.approval.MatterView;
import cn.anchang.approval.Part;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Revision;
import cn.anchang.approval.Section;
import cn.anchang.approval.VersionState;
import cn.anchang.approval.VersionView;
import cn.anchang.approval.web.DocumentCard.Asked;
import cn.anchang.approval.web.DocumentCard.Block;
import cn.anchang.approval.web.DocumentCard.Control;
import cn.anchang.approval.web.DocumentCard.Line;
import cn.anchang.approval.web.DocumentCard.Note;
import cn.anchang.approval.web.DocumentCard.Paper;
import cn.anchang.approval.web.DocumentCard.Row;
import cn.anchang.approval.web.DocumentCard.Table;
import cn.anchang.engine.OpenTasks.OpenTask;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Draws up the card of a task about a document: which one, what changed since the reader last saw it, all of it, what was said. */
@Component
class DocumentCards {

    private final Documents documents;
    private final Approvals approvals;
    private final DocumentReaders readers;
    private final DocumentWords words;

    DocumentCards(Documents documents, Approvals approvals, DocumentReaders readers, DocumentWords words) {
        this.documents = documents;
        this.approvals = approvals;
        this.readers = readers;
        this.words = words;
    }

    DocumentCard of(OpenTask task, DocumentTask shown, String person) {
        DocumentView document = shown.documentId() == null ? null : documents.view(shown.documentId());
        VersionView version = shown.versionId() == null ? null : documents.versionView(shown.versionId());
        Optional<UUID> against = against(shown, version);
        return new DocumentCard(
                task.definitionKey(),
                task.name(),
                shown.facts(),
                shown.next(),
                document == null ? null : paper(document, version, person),
                shown.matterId() == null ? null : asked(approvals.view(shown.matterId()), version),
                against.map(id -> documents.versionView(id).version()).orElse(null),
                against.map(id -> documents.changes(shown.versionId(), id)).orElse(List.<Change>of()),
                version == null
                        ? List.of()
                        : version.sections().stream().map(DocumentCards::block).toList(),
                document == null
                        ? List.of()
                        : document.revisions().stream()
                                .map(revision -> row(document.id(), revision))
                                .toList(),
                document == null
                        ? List.of()
                        : document.remarks().stream().map(this::note).toList(),
                shown.prefill());
    }

    /** An approver compares with what their group saw last, an author with what came back. Whoever carries it out only reads. */
    private Optional<UUID> against(DocumentTask shown, VersionView version) {
        if (version == null) {
            return Optional.empty();
        } else if (shown.matterId() != null) {
            return documents.against(shown.matterId());
        }
        return version.state() == VersionState.DRAFT ? documents.decidedBefore(version.id()) : Optional.empty();
    }

    private Paper paper(DocumentView document, VersionView version, String person) {
        VersionView shown = version == null ? document.current() : version;
        return new Paper(
                document.id(),
                document.no(),
                words.kind(document.kind()),
                document.title(),
                shown == null ? null : shown.version(),
                shown == null ? null : words.of(shown.state()),
                words.project(document.projectId()),
                readers.mayRead(document, person) ? Documents.pageOf(document.id()) : null,
                shown == null ? null : control(shown.control()));
    }

    private Control control(ControlBlock control) {
        return new Control(
                words.by(control.prepared()),
                words.on(control.prepared()),
                words.by(control.reviewed()),
                words.on(control.reviewed()),
                words.by(control.approved()),
                words.on(control.approved()));
    }

    private Asked asked(MatterView matter, VersionView version) {
        return new Asked(
                words.of(matter.kind()),
                words.person(version.submittedBy()),
                words.of(version.submittedAt()),
                words.of(matter.dueAt()),
                matter.remindedAt() != null,
                matter.escalatedAt() != null);
    }

    private static Block block(Section section) {
        return new Block(
                section.title(),
                section.parts().stream().map(DocumentCards::part).toList());
    }

    private static Object part(Part part) {
        if (part instanceof Part.Table table) {
            return new Table(
                    table.label(),
                    table.columns(),
                    table.lines().stream().map(Part.Line::cells).toList());
        }
        return new Line(part.label(), ((Part.Field) part).text());
    }

    private Row row(UUID documentId, Revision revision) {
        return new Row(
                revision.version(),
                words.day(revision.at()),
                words.of(revision.state()),
                revision.changed(),
                words.person(revision.by()),
                words.person(revision.reviewedBy()),
                words.person(revision.approvedBy()),
                words.opinions(documents.version(documentId, revision.version())));
    }

    private Note note(Remark remark) {
        return new Note(words.of(remark.at()), remark.text(), remark.tone() == Remark.Tone.WARN);
    }
}

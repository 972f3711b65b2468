package cn.anchang.approval;

import cn.anchang.approval.SubmitOutcome.AlreadySubmitted;
import cn.anchang.approval.SubmitOutcome.AttachmentDiffers;
import cn.anchang.approval.SubmitOutcome.ChangeNotSaid;
import cn.anchang.approval.SubmitOutcome.NobodyToDecide;
import cn.anchang.approval.SubmitOutcome.NothingChanged;
import cn.anchang.approval.SubmitOutcome.NothingToSubmit;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.shared.DocumentNumbers;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Controlled documents: drafts become numbered versions, and every version shows who wrote, reviewed and approved it. */
@Service
@Transactional
public class Documents {

    private final ControlledDocuments documents;
    private final DocumentVersions versions;
    private final Matters matters;
    private final Drawers drawers;
    private final DocumentKinds kinds;
    private final CanonicalJson json;
    private final Seal seal;
    private final Attachments attachments;
    private final Entitlement entitlement;
    private final Comparison comparison;
    private final DocumentNumbers numbers;
    private final Sentences sentences;
    private final Approvers approvers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Documents(
            ControlledDocuments documents,
            DocumentVersions versions,
            Matters matters,
            Drawers drawers,
            DocumentKinds kinds,
            CanonicalJson json,
            Seal seal,
            Attachments attachments,
            Entitlement entitlement,
            Comparison comparison,
            DocumentNumbers numbers,
            Sentences sentences,
            Approvers approvers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.matters = matters;
        this.drawers = drawers;
        this.kinds = kinds;
        this.json = json;
        this.seal = seal;
        this.attachments = attachments;
        this.entitlement = entitlement;
        this.comparison = comparison;
        this.numbers = numbers;
        this.sentences = sentences;
        this.approvers = approvers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new document without content yet; its number is drawn here.
     *
     * @param projectId the project it is about, or null
     */
    public UUID open(String kind, String title, UUID projectId, String by) {
        return open(kind, title, projectId, null, by).id();
    }

    private ControlledDocument open(String kind, String title, UUID projectId, UUID copiedFrom, String by) {
        String no = numbers.next(kinds.of(kind).prefix());
        return documents.save(new ControlledDocument(kind, no, title, projectId, copiedFrom, by, clock.instant()));
    }

    public void retitle(UUID documentId, String title) {
        drawers.locked(documentId).retitle(title);
    }

    /**
     * Writes the open draft, made as the next version when there is none. Who wrote in a version that went back to its author also
     * wrote in the next.
     *
     * @return the version's id
     * @throws IllegalStateException while the document is before its approvers, or abandoned
     */
    public UUID draft(UUID documentId, Object content, String by) {
        ControlledDocument document = drawers.locked(documentId);
        if (document.isAbandoned()) {
            throw new IllegalStateException(document.no() + " is abandoned");
        }
        if (!kinds.of(document.kind()).type().isInstance(content)) {
            throw new IllegalArgumentException("%s is no content of %s".formatted(content, document.kind()));
        }
        String text = json.write(content);
        Instant now = clock.instant();
        Optional<DocumentVersion> latest = drawers.latest(documentId);
        if (latest.isPresent() && latest.get().state().isOpen()) {
            latest.get().write(text, by, now);
            return latest.get().id();
        }
        int number = latest.map(DocumentVersion::number).orElse(0) + 1;
        Collection<String> earlier = latest.filter(Documents::cameBack)
                .map(DocumentVersion::preparers)
                .orElse(Set.of());
        return versions.save(new DocumentVersion(documentId, number, text, earlier, by, now))
                .id();
    }

    private static boolean cameBack(DocumentVersion version) {
        return version.state() == VersionState.RETURNED || version.state() == VersionState.WITHDRAWN;
    }

    /**
     * Puts the draft before its approvers, along the route of this very content; without a route it is valid at once.
     *
     * @param changed 修改内容; may be blank for the first version only
     */
    public SubmitOutcome submit(UUID documentId, String changed, String by) {
        ControlledDocument document = drawers.locked(documentId);
        Optional<DocumentVersion> latest = drawers.latest(documentId);
        if (latest.isPresent() && latest.get().state() == VersionState.SUBMITTED) {
            return new AlreadySubmitted(latest.get().number());
        } else if (latest.isEmpty() || latest.get().state() != VersionState.DRAFT) {
            return new NothingToSubmit();
        }
        DocumentVersion draft = latest.get();
        List<DocumentVersion> earlier = before(draft);
        boolean first = earlier.stream().noneMatch(version -> version.submittedAt() != null);
        String said = changed == null ? "" : changed.strip();
        if (said.isEmpty() && !first) {
            return new ChangeNotSaid();
        }
        Optional<DocumentVersion> decided =
                earlier.stream().filter(version -> version.state().isDecided()).findFirst();
        if (decided.isPresent() && decided.get().content().equals(draft.content())) {
            return new NothingChanged(decided.get().number());
        }
        Object content = seal.contentOf(document, draft);
        List<Attachment> differing = attachments.differing(documentId, kinds.attachments(document.kind(), content));
        if (!differing.isEmpty()) {
            return new AttachmentDiffers(differing.get(0).name());
        }
        Route route = kinds.route(document.kind(), content);
        Set<String> interested = new java.util.HashSet<>(draft.interested());
        interested.add(by);
        for (Route.Step step : route.steps()) {
            if (entitlement
                    .groupToAsk(step.group(), document.projectId(), interested)
                    .isEmpty()) {
                return new NobodyToDecide(step.kind(), approvers.nameOf(step.group()));
            }
        }
        Instant now = clock.instant();
        draft.submit(
                said.isEmpty() ? sentences.text("revision.first") : said, seal.of(document, draft), route, by, now);
        boolean approvalNeeded = !route.steps().isEmpty();
        if (!approvalNeeded) {
            draft.approve(now);
            versions.save(draft);
            events.publishEvent(new VersionApproved(document.kind(), documentId, draft.id(), by, now));
        }
        return new Submitted(draft.id(), draft.number(), approvalNeeded);
    }

    private List<DocumentVersion> before(DocumentVersion version) {
        return versions.findByDocumentIdOrderByNumberDesc(version.documentId()).stream()
                .filter(other -> other.number() < version.number())
                .toList();
    }

    /** Gives the document up: its draft stays as it was left, and no further version is written. */
    public void abandon(UUID documentId, String reason, String by) {
        ControlledDocument document = drawers.locked(documentId);
        Optional<DocumentVersion> latest = drawers.latest(documentId);
        if (latest.isPresent() && latest.get().state() == VersionState.SUBMITTED) {
            throw new IllegalStateException(document.no() + " is before its approvers");
        }
        Instant now = clock.instant();
        latest.filter(version -> version.state() == VersionState.DRAFT).ifPresent(version -> version.abandon(now));
        document.abandon(reason, by, now);
    }

    /** Gives the open draft up; the document stays, with what is approved of it. */
    public void discard(UUID documentId) {
        drawers.locked(documentId);
        drawers.latest(documentId)
                .filter(version -> version.state() == VersionState.DRAFT)
                .ifPresent(version -> version.abandon(clock.instant()));
    }

    /**
     * From now on the other version is what counts. Nothing happens to a version that is superseded already.
     *
     * @throws IllegalArgumentException when the other one came earlier
     */
    public void supersede(UUID versionId, UUID byVersionId) {
        drawers.locked(documentOf(versionId));
        DocumentVersion version = drawers.version(versionId);
        DocumentVersion later = version(byVersionId);
        if (later.documentId().equals(version.documentId()) && later.number() <= version.number()) {
            throw new IllegalArgumentException(
                    "Version %d does not supersede version %d".formatted(later.number(), version.number()));
        }
        if (version.state() != VersionState.SUPERSEDED) {
            version.supersede(byVersionId, clock.instant());
        }
    }

    /** Where a document is read: the path of its page. */
    public static String pageOf(UUID documentId) {
        return "/documents/" + documentId;
    }

    /** A new document, a draft with what is approved of the original, or else with its latest version. No approval comes with it. */
    public UUID copy(UUID documentId, String title, String by) {
        ControlledDocument original = documents.findById(documentId).orElseThrow();
        DocumentVersion version = versions.findFirstByDocumentIdAndStateOrderByNumberDesc(
                        documentId, VersionState.APPROVED)
                .or(() -> versions.findFirstByDocumentIdOrderByNumberDesc(documentId))
                .orElseThrow(() -> new IllegalStateException(original.no() + " has no content to copy"));
        ControlledDocument copy = open(original.kind(), title, original.projectId(), version.id(), by);
        draft(copy.id(), seal.contentOf(original, version), by);
        return copy.id();
    }

    @Transactional(readOnly = true)
    public <T> T content(UUID versionId, Class<T> type) {
        return json.read(version(versionId).content(), type);
    }

    /**
     * A document as a list shows it.
     *
     * @param content of the latest version, or null while nothing is written
     */
    public record Latest<T>(String title, T content) {}

    /** Of many at once, by their ids. */
    @Transactional(readOnly = true)
    public <T> Map<UUID, Latest<T>> latest(Collection<UUID> documentIds, Class<T> type) {
        if (documentIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> written = new HashMap<>();
        versions.latestOf(documentIds).forEach(version -> written.put(version.documentId(), version.content()));
        Map<UUID, Latest<T>> latest = new HashMap<>();
        documents
                .findByIdIn(documentIds)
                .forEach(document -> latest.put(
                        document.id(),
                        new Latest<>(
                                document.title(),
                                written.containsKey(document.id())
                                        ? json.read(written.get(document.id()), type)
                                        : null)));
        return latest;
    }

    /** The latest version, whatever became of it. */
    @Transactional(readOnly = true)
    public Optional<UUID> currentVersion(UUID documentId) {
        return versions.findFirstByDocumentIdOrderByNumberDesc(documentId).map(DocumentVersion::id);
    }

    /** The latest version that is approved and not superseded. */
    @Transactional(readOnly = true)
    public Optional<UUID> approvedVersion(UUID documentId) {
        return versions.findFirstByDocumentIdAndStateOrderByNumberDesc(documentId, VersionState.APPROVED)
                .map(DocumentVersion::id);
    }

    @Transactional(readOnly = true)
    public UUID documentOf(UUID versionId) {
        return version(versionId).documentId();
    }

    /** For example 推广计划 TG-2026-000001 第 2 版: what a task list shows. */
    @Transactional(readOnly = true)
    public String subject(UUID versionId) {
        DocumentVersion version = version(versionId);
        ControlledDocument document = documents.findById(version.documentId()).orElseThrow();
        return sentences.text(
                "document.subject", sentences.text("document." + document.kind()), document.no(), version.number());
    }

    /** Documents of these kinds, the latest first. */
    @Transactional(readOnly = true)
    public List<DocumentLine> list(Collection<String> ofKinds) {
        return documents.findByKindInOrderByOpenedAtDescNoDesc(ofKinds).stream()
                .map(this::line)
                .toList();
    }

    /** The kinds whose documents somebody of these groups may read. */
    public Set<String> readableBy(Set<String> groups) {
        return kinds.readableBy(groups);
    }

    private DocumentLine line(ControlledDocument document) {
        Optional<DocumentVersion> latest = versions.findFirstByDocumentIdOrderByNumberDesc(document.id());
        return new DocumentLine(
                document.id(),
                document.kind(),
                document.no(),
                document.title(),
                document.projectId(),
                latest.map(DocumentVersion::number).orElse(0),
                latest.map(DocumentVersion::state).orElse(null),
                latest.map(DocumentVersion::stateAt).orElse(document.openedAt()));
    }

    @Transactional(readOnly = true)
    public Optional<DocumentView> find(UUID documentId) {
        return documents.findById(documentId).map(this::view);
    }

    /** @throws IllegalArgumentException when there is no such document */
    @Transactional(readOnly = true)
    public DocumentView view(UUID documentId) {
        return find(documentId).orElseThrow(() -> new IllegalArgumentException("No document " + documentId));
    }

    private DocumentView view(ControlledDocument document) {
        List<DocumentVersion> all = versions.findByDocumentIdOrderByNumberDesc(document.id());
        DocumentKind<?> kind = kinds.of(document.kind());
        return new DocumentView(
                document.id(),
                document.kind(),
                document.no(),
                document.title(),
                document.projectId(),
                document.openedBy(),
                document.openedAt(),
                document.copiedFrom(),
                document.isAbandoned(),
                all.isEmpty() ? null : view(document, all.get(0)),
                all.stream().map(this::revision).toList(),
                kind.traces(document.id()),
                kind.remarks(document.id()));
    }

    /** What the document came from, what it is about and what it led to. */
    @Transactional(readOnly = true)
    public List<Trace> traces(UUID documentId) {
        return kinds.of(documents.findById(documentId).orElseThrow().kind()).traces(documentId);
    }

    /** @throws IllegalArgumentException when there is no such version */
    @Transactional(readOnly = true)
    public VersionView version(UUID documentId, int number) {
        return versions.findByDocumentIdOrderByNumberDesc(documentId).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .map(version -> versionView(version.id()))
                .orElseThrow(() -> new IllegalArgumentException("No version %d of %s".formatted(number, documentId)));
    }

    @Transactional(readOnly = true)
    public VersionView versionView(UUID versionId) {
        DocumentVersion version = version(versionId);
        return view(documents.findById(version.documentId()).orElseThrow(), version);
    }

    @Transactional(readOnly = true)
    public VersionWorkbook workbook(UUID versionId) {
        DocumentVersion version = version(versionId);
        ControlledDocument document = documents.findById(version.documentId()).orElseThrow();
        return new VersionWorkbook(
                document.title() + " " + document.no() + "-" + version.number() + ".xlsx",
                "/documents/%s/export?version=%d".formatted(document.id(), version.number()));
    }

    private VersionView view(ControlledDocument document, DocumentVersion version) {
        List<Matter> steps = matters.findByVersionIdOrderByStep(version.id());
        boolean approved = version.state() == VersionState.APPROVED || version.state() == VersionState.SUPERSEDED;
        return new VersionView(
                version.id(),
                document.id(),
                version.number(),
                version.state(),
                version.stateAt(),
                version.preparedBy(),
                version.submittedBy(),
                version.submittedAt(),
                version.changed(),
                version.fingerprint(),
                version.route(),
                approved && !seal.holds(version, steps),
                control(version, steps),
                kinds.sections(document.kind(), seal.contentOf(document, version)),
                steps.stream().map(Matter::view).toList());
    }

    private static ControlBlock control(DocumentVersion version, List<Matter> steps) {
        return new ControlBlock(
                new Signature(version.preparedBy(), version.preparedAt()),
                agreed(steps, StepKind.REVIEW),
                agreed(steps, StepKind.APPROVE));
    }

    private static Signature agreed(List<Matter> steps, StepKind kind) {
        return steps.stream()
                .filter(matter -> matter.kind() == kind && matter.state() == MatterState.AGREED)
                .reduce((earlier, later) -> later)
                .map(matter -> new Signature(matter.decidedBy(), matter.decidedAt()))
                .orElse(null);
    }

    private Revision revision(DocumentVersion version) {
        List<Matter> steps = matters.findByVersionIdOrderByStep(version.id());
        ControlBlock control = control(version, steps);
        String comment = steps.stream()
                .filter(matter -> matter.state() == MatterState.RETURNED || matter.state() == MatterState.REJECTED)
                .map(Matter::reason)
                .findFirst()
                .orElse("");
        return new Revision(
                version.number(),
                version.stateAt(),
                version.state(),
                version.changed() == null ? "" : version.changed(),
                version.preparedBy(),
                control.reviewed() == null ? null : control.reviewed().by(),
                control.approved() == null ? null : control.approved().by(),
                comment);
    }

    /**
     * The version an approver compares with: the last one this group decided about, else the last one that was approved. Empty when all
     * of it is new to them.
     */
    @Transactional(readOnly = true)
    public Optional<UUID> against(UUID matterId) {
        Matter matter = matters.findById(matterId).orElseThrow();
        List<DocumentVersion> earlier = before(version(matter.versionId()));
        return earlier.stream()
                .filter(version -> matters.findByVersionIdOrderByStep(version.id()).stream()
                        .anyMatch(past -> past.stepGroup().equals(matter.stepGroup()) && past.wasSeen()))
                .findFirst()
                .or(() -> lastApproved(earlier))
                .map(DocumentVersion::id);
    }

    /** The version a reader compares with: the last one decided before this. */
    @Transactional(readOnly = true)
    public Optional<UUID> decidedBefore(UUID versionId) {
        return before(version(versionId)).stream()
                .filter(version -> version.state().isDecided())
                .findFirst()
                .map(DocumentVersion::id);
    }

    private static Optional<DocumentVersion> lastApproved(List<DocumentVersion> versions) {
        return versions.stream()
                .filter(version ->
                        version.state() == VersionState.APPROVED || version.state() == VersionState.SUPERSEDED)
                .findFirst();
    }

    /** What differs in a version from another, field by field. */
    @Transactional(readOnly = true)
    public List<Change> changes(UUID versionId, UUID againstVersionId) {
        DocumentVersion after = version(versionId);
        DocumentVersion before = version(againstVersionId);
        List<Change> changes = kinds.changes(kindOf(after), contentOf(before), contentOf(after))
                .orElseGet(() -> comparison.between(sections(before), sections(after)));
        if (changes.isEmpty() && !before.content().equals(after.content())) {
            return List.of(new Change("", sentences.text("change.hidden"), ChangeKind.CHANGED, "", ""));
        }
        return changes;
    }

    private List<Section> sections(DocumentVersion version) {
        return kinds.sections(kindOf(version), contentOf(version));
    }

    private Object contentOf(DocumentVersion version) {
        return seal.contentOf(documents.findById(version.documentId()).orElseThrow(), version);
    }

    private String kindOf(DocumentVersion version) {
        return documents.findById(version.documentId()).orElseThrow().kind();
    }

    private DocumentVersion version(UUID versionId) {
        return versions.findById(versionId).orElseThrow(() -> new IllegalArgumentException("No version " + versionId));
    }
}

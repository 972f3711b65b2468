package cn.anchang.approval;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a document says, once. After submission its content, its preparers and its way stand; only its state moves (R36). */
@Entity
@Table(name = "document_versions")
class DocumentVersion {

    /** A step of the way worked out at submission. */
    @Embeddable
    record Way(@Enumerated(EnumType.STRING) StepKind kind, String stepGroup) {}

    @Id
    private UUID id;

    private UUID documentId;
    private int number;

    @Enumerated(EnumType.STRING)
    private VersionState state;

    private Instant stateAt;
    private String content;
    private String preparedBy;
    private Instant preparedAt;
    private String changed;
    private String submittedBy;
    private Instant submittedAt;

    private String fingerprint;

    private UUID supersededBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "version_preparers", joinColumns = @JoinColumn(name = "version_id"))
    @Column(name = "person")
    private Set<String> preparers = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "version_steps", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "seq")
    private List<Way> steps = new ArrayList<>();

    @Version
    private Long version;

    protected DocumentVersion() {}

    DocumentVersion(
            UUID documentId, int number, String content, Collection<String> earlierPreparers, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.documentId = documentId;
        this.number = number;
        this.state = VersionState.DRAFT;
        this.stateAt = at;
        this.preparers.addAll(earlierPreparers);
        write(content, by, at);
    }

    final void write(String content, String by, Instant at) {
        expect(VersionState.DRAFT);
        this.content = content;
        this.preparedBy = by;
        this.preparedAt = at;
        this.preparers.add(by);
    }

    void submit(String changed, String fingerprint, Route route, String by, Instant at) {
        expect(VersionState.DRAFT);
        this.changed = changed;
        this.fingerprint = fingerprint;
        this.submittedBy = by;
        this.submittedAt = at;
        route.steps().forEach(step -> steps.add(new Way(step.kind(), step.group())));
        become(VersionState.SUBMITTED, at);
    }

    void approve(Instant at) {
        expect(VersionState.SUBMITTED);
        become(VersionState.APPROVED, at);
    }

    void returned(Instant at) {
        expect(VersionState.SUBMITTED);
        become(VersionState.RETURNED, at);
    }

    void reject(Instant at) {
        expect(VersionState.SUBMITTED);
        become(VersionState.REJECTED, at);
    }

    void withdraw(Instant at) {
        expect(VersionState.SUBMITTED);
        become(VersionState.WITHDRAWN, at);
    }

    void abandon(Instant at) {
        expect(VersionState.DRAFT);
        become(VersionState.ABANDONED, at);
    }

    void supersede(UUID byVersionId, Instant at) {
        expect(VersionState.APPROVED);
        supersededBy = byVersionId;
        become(VersionState.SUPERSEDED, at);
    }

    private void become(VersionState next, Instant at) {
        state = next;
        stateAt = at;
    }

    private void expect(VersionState expected) {
        if (state != expected) {
            throw new IllegalStateException("Version %d of document %s is %s".formatted(number, documentId, state));
        }
    }

    /** Those who may not decide about it (R36). */
    Set<String> interested() {
        Set<String> interested = new HashSet<>(preparers);
        if (submittedBy != null) {
            interested.add(submittedBy);
        }
        return interested;
    }

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    int number() {
        return number;
    }

    VersionState state() {
        return state;
    }

    Instant stateAt() {
        return stateAt;
    }

    String content() {
        return content;
    }

    String preparedBy() {
        return preparedBy;
    }

    Instant preparedAt() {
        return preparedAt;
    }

    String changed() {
        return changed;
    }

    String submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String fingerprint() {
        return fingerprint;
    }

    Set<String> preparers() {
        return Set.copyOf(preparers);
    }

    Route route() {
        return new Route(steps.stream()
                .map(way -> new Route.Step(way.kind(), way.stepGroup()))
                .toList());
    }

    List<Way> steps() {
        return List.copyOf(steps);
    }
}

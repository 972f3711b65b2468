package cn.anchang.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One step of one version, put before somebody entitled to decide it. Decided once; a decision stands (R36). */
@Entity
@Table(name = "matters")
class Matter {

    @Id
    private UUID id;

    private UUID documentId;
    private UUID versionId;
    private int step;

    @Enumerated(EnumType.STRING)
    private StepKind kind;

    private String stepGroup;
    private String askedGroup;

    private String fingerprint;

    @Enumerated(EnumType.STRING)
    private MatterState state;

    private Instant openedAt;
    private Instant remindAt;
    private Instant dueAt;
    private Instant remindedAt;
    private Instant escalatedAt;
    private String escalatedTo;
    private String decidedBy;
    private Instant decidedAt;
    private String reason;

    @Version
    private Long version;

    protected Matter() {}

    Matter(DocumentVersion of, int step, String askedGroup, Instant at, Instant remindAt, Instant dueAt) {
        DocumentVersion.Way way = of.steps().get(step);
        this.id = UUID.randomUUID();
        this.documentId = of.documentId();
        this.versionId = of.id();
        this.step = step;
        this.kind = way.kind();
        this.stepGroup = way.stepGroup();
        this.askedGroup = askedGroup;
        this.fingerprint = of.fingerprint();
        this.state = MatterState.OPEN;
        this.openedAt = at;
        this.remindAt = remindAt;
        this.dueAt = dueAt;
    }

    void decide(Decision decision, String reason, String by, Instant at) {
        end(
                switch (decision) {
                    case AGREE -> MatterState.AGREED;
                    case RETURN -> MatterState.RETURNED;
                    case REJECT -> MatterState.REJECTED;
                },
                by,
                at);
        this.reason = reason;
    }

    void withdraw(String by, Instant at) {
        end(MatterState.WITHDRAWN, by, at);
    }

    private void end(MatterState how, String by, Instant at) {
        if (!isOpen()) {
            throw new IllegalStateException("Matter %s is %s".formatted(id, state));
        }
        state = how;
        decidedBy = by;
        decidedAt = at;
    }

    void reminded(Instant at) {
        remindedAt = at;
    }

    /** @param superior the group asked besides, or null when there is none above */
    void escalated(String superior, Instant at) {
        escalatedAt = at;
        escalatedTo = superior;
    }

    /** Somebody decided about it, so its group has seen the version. */
    boolean wasSeen() {
        return state != MatterState.OPEN && state != MatterState.WITHDRAWN;
    }

    boolean isOpen() {
        return state == MatterState.OPEN;
    }

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    UUID versionId() {
        return versionId;
    }

    int step() {
        return step;
    }

    StepKind kind() {
        return kind;
    }

    /** As the route said, whoever was asked in the end. */
    String stepGroup() {
        return stepGroup;
    }

    String askedGroup() {
        return askedGroup;
    }

    String fingerprint() {
        return fingerprint;
    }

    MatterState state() {
        return state;
    }

    Instant remindedAt() {
        return remindedAt;
    }

    Instant escalatedAt() {
        return escalatedAt;
    }

    String escalatedTo() {
        return escalatedTo;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String reason() {
        return reason;
    }

    MatterView view() {
        return new MatterView(
                id,
                documentId,
                versionId,
                step,
                kind,
                askedGroup,
                state,
                openedAt,
                remindAt,
                dueAt,
                remindedAt,
                escalatedAt,
                escalatedTo,
                decidedBy,
                decidedAt,
                reason,
                fingerprint);
    }
}

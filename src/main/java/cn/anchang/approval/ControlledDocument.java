package cn.anchang.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A document that lives on through its numbered versions. Whoever changes anything about it locks this row first. */
@Entity
@Table(name = "controlled_documents")
class ControlledDocument {

    @Id
    private UUID id;

    private String kind;
    private String no;
    private String title;
    private UUID projectId;
    private String openedBy;
    private Instant openedAt;
    private UUID copiedFrom;
    private String abandonedBy;
    private Instant abandonedAt;
    private String abandonReason;

    @Version
    private Long version;

    protected ControlledDocument() {}

    ControlledDocument(String kind, String no, String title, UUID projectId, UUID copiedFrom, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.no = no;
        this.title = title;
        this.projectId = projectId;
        this.copiedFrom = copiedFrom;
        this.openedBy = by;
        this.openedAt = at;
    }

    void retitle(String title) {
        this.title = title;
    }

    void abandon(String reason, String by, Instant at) {
        abandonedBy = by;
        abandonedAt = at;
        abandonReason = reason;
    }

    boolean isAbandoned() {
        return abandonedAt != null;
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String no() {
        return no;
    }

    String title() {
        return title;
    }

    UUID projectId() {
        return projectId;
    }

    String openedBy() {
        return openedBy;
    }

    Instant openedAt() {
        return openedAt;
    }

    UUID copiedFrom() {
        return copiedFrom;
    }

    String abandonReason() {
        return abandonReason;
    }
}

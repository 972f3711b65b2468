package cn.anchang.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One revision of a project's prices. In force once approved, from its effective day until a later one names the unit again. What it
 * says never changes: a correction is a further list, a further version of the same document.
 */
@Entity
@Table(name = "price_lists")
public class PriceList {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID projectId;
    private int revision;
    private LocalDate effectiveOn;
    private String source;
    private String drawnUpBy;
    private Instant drawnUpAt;
    private UUID documentId;
    private UUID versionId;
    private Instant approvedAt;

    protected PriceList() {}

    /** @param documentId its controlled document; null only for lists from before there were any */
    PriceList(
            UUID projectId,
            int revision,
            LocalDate effectiveOn,
            String source,
            UUID documentId,
            String drawnUpBy,
            Instant drawnUpAt) {
        this.id = UUID.randomUUID();
        this.projectId = projectId;
        this.revision = revision;
        this.effectiveOn = effectiveOn;
        this.source = source;
        this.documentId = documentId;
        this.drawnUpBy = drawnUpBy;
        this.drawnUpAt = drawnUpAt;
    }

    /** Its lines are complete: from here on it is this version of its document. */
    void putForward(UUID asVersion) {
        if (versionId != null) {
            throw new IllegalStateException("Price list %s is version %s already".formatted(id, versionId));
        }
        versionId = asVersion;
    }

    void approve(Instant at) {
        if (approvedAt != null) {
            throw new IllegalStateException("Price list %s was approved at %s".formatted(id, approvedAt));
        }
        approvedAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID projectId() {
        return projectId;
    }

    public int revision() {
        return revision;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    String source() {
        return source;
    }

    /** Null for a list from before price lists were controlled documents. */
    UUID documentId() {
        return documentId;
    }

    UUID versionId() {
        return versionId;
    }

    Instant approvedAt() {
        return approvedAt;
    }
}

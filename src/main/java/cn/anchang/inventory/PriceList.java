package cn.anchang.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One revision of a project's prices, in force from its effective day until a later one names the unit again. Never changed: a
 * correction is a further list.
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

    protected PriceList() {}

    PriceList(UUID projectId, int revision, LocalDate effectiveOn, String source, String drawnUpBy, Instant drawnUpAt) {
        this.id = UUID.randomUUID();
        this.projectId = projectId;
        this.revision = revision;
        this.effectiveOn = effectiveOn;
        this.source = source;
        this.drawnUpBy = drawnUpBy;
        this.drawnUpAt = drawnUpAt;
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
}

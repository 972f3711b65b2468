package cn.anchang.inventory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The authority's permission to sell buildings before they stand (预售许可证). Without a valid one no money may be taken (R01). */
@Entity
@Table(name = "presale_permits")
public class PresalePermit {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID projectId;
    private String permitNo;
    private LocalDate validFrom;
    private LocalDate validTo;

    @ElementCollection
    @CollectionTable(name = "presale_permit_buildings", joinColumns = @JoinColumn(name = "permit_id"))
    @Column(name = "building_id")
    private Set<UUID> buildings = new HashSet<>();

    protected PresalePermit() {}

    /** @throws IllegalArgumentException when it would end before it begins */
    PresalePermit(UUID projectId, String permitNo, LocalDate validFrom, LocalDate validTo) {
        this.id = UUID.randomUUID();
        this.projectId = projectId;
        this.permitNo = permitNo;
        validBetween(validFrom, validTo);
    }

    /** Whether it allows taking money for a unit of this building on this day; both its first and its last day count. */
    public boolean allows(UUID buildingId, LocalDate day) {
        return buildings.contains(buildingId) && !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    void cover(UUID buildingId) {
        buildings.add(buildingId);
    }

    final void validBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A permit cannot end (%s) before it begins (%s)".formatted(to, from));
        }
        this.validFrom = from;
        this.validTo = to;
    }

    public UUID id() {
        return id;
    }

    public UUID projectId() {
        return projectId;
    }

    public String permitNo() {
        return permitNo;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validTo() {
        return validTo;
    }

    Set<UUID> buildings() {
        return Set.copyOf(buildings);
    }
}

package cn.anchang.salescase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** One stage of one case: when it was to begin and end, and when it did. A stage that is entered again begins a new round. */
@Entity
@Table(name = "milestones")
public class Milestone {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private int round;
    private LocalDate plannedFrom;
    private LocalDate plannedTo;
    private Instant actualFrom;
    private Instant actualTo;

    protected Milestone() {}

    Milestone(UUID caseId, Stage stage, int round, LocalDate plannedFrom, LocalDate plannedTo) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.stage = stage;
        this.round = round;
        this.plannedFrom = plannedFrom;
        this.plannedTo = plannedTo;
    }

    void plan(LocalDate from, LocalDate to) {
        if (!isPlannedOnly()) {
            throw new IllegalStateException("%s of %s has begun; its plan stands".formatted(stage, caseId));
        }
        plannedFrom = from;
        plannedTo = to;
    }

    void entered(Instant at) {
        if (!isPlannedOnly()) {
            throw new IllegalStateException("%s of %s has begun already".formatted(stage, caseId));
        }
        actualFrom = at;
    }

    void left(Instant at) {
        if (!isOpen()) {
            throw new IllegalStateException("%s of %s is not open".formatted(stage, caseId));
        }
        actualTo = at;
    }

    boolean isPlannedOnly() {
        return actualFrom == null;
    }

    public boolean isOpen() {
        return actualFrom != null && actualTo == null;
    }

    /** Whether it ended after its planned day, or has not ended and that day is over. */
    public boolean isLate(Instant now, ZoneId zone) {
        Instant end = actualTo == null ? now : actualTo;
        return actualFrom != null
                && plannedTo != null
                && LocalDate.ofInstant(end, zone).isAfter(plannedTo);
    }

    public UUID caseId() {
        return caseId;
    }

    public Stage stage() {
        return stage;
    }

    public int round() {
        return round;
    }

    public LocalDate plannedFrom() {
        return plannedFrom;
    }

    public LocalDate plannedTo() {
        return plannedTo;
    }

    public Instant actualFrom() {
        return actualFrom;
    }

    public Instant actualTo() {
        return actualTo;
    }
}

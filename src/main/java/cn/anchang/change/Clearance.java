package cn.anchang.change;

import cn.anchang.salescase.Obstacle;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;

/** What was cleared with others before an approved change was carried out, and what proves it. */
@Embeddable
class Clearance {

    @Enumerated(EnumType.STRING)
    private Obstacle.Kind kind;

    private String proof;
    private LocalDate clearedOn;
    private String clearedBy;
    private Instant clearedAt;

    protected Clearance() {}

    Clearance(Obstacle.Kind kind, String proof, LocalDate on, String by, Instant at) {
        this.kind = kind;
        this.proof = proof;
        this.clearedOn = on;
        this.clearedBy = by;
        this.clearedAt = at;
    }

    Obstacle.Kind kind() {
        return kind;
    }

    String proof() {
        return proof;
    }

    LocalDate clearedOn() {
        return clearedOn;
    }

    String clearedBy() {
        return clearedBy;
    }

    Instant clearedAt() {
        return clearedAt;
    }
}

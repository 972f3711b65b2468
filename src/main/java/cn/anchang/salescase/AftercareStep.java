package cn.anchang.salescase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One step after the deal, owned by a department and due on a day. A missed day stays marked even when the work is done later. */
@Entity
@Table(name = "aftercare_steps")
public class AftercareStep {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private AftercareKind kind;

    private String owner;
    private LocalDate dueOn;
    private boolean late;
    private Instant lateNoticedAt;
    private LocalDate doneOn;
    private String doneBy;
    private Instant doneAt;
    private String result;
    private String note;

    protected AftercareStep() {}

    AftercareStep(UUID caseId, AftercareKind kind, LocalDate dueOn) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.kind = kind;
        this.owner = kind.owner();
        this.dueOn = dueOn;
    }

    /** The deadline passed. Says no when the step was done meanwhile or is marked already. */
    boolean missed(Instant at) {
        if (isDone() || late) {
            return false;
        }
        late = true;
        lateNoticedAt = at;
        return true;
    }

    /** @param outcome the paper's or the certificate's number, or who received the thing */
    void done(LocalDate on, String by, String outcome, String remark, Instant at) {
        if (isDone()) {
            throw new IllegalStateException("%s of %s was done on %s".formatted(kind, caseId, doneOn));
        }
        doneOn = on;
        doneBy = by;
        doneAt = at;
        result = outcome;
        note = remark;
        late = late || on.isAfter(dueOn);
    }

    public boolean isDone() {
        return doneOn != null;
    }

    public AftercareKind kind() {
        return kind;
    }

    public String owner() {
        return owner;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public boolean isLate() {
        return late;
    }

    public LocalDate doneOn() {
        return doneOn;
    }

    public String doneBy() {
        return doneBy;
    }

    public String result() {
        return result;
    }

    public String note() {
        return note;
    }
}

package cn.anchang.marketing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One edition of a promotion plan, from its draft until it is closed or superseded. A revision is the next edition of the same document.
 * What the plan says stands in the document's version; here stands what became of it.
 */
@Entity
@Table(name = "promotion_plans")
public class PromotionPlan {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID documentId;
    private String documentNo;
    private int edition;
    private UUID versionId;
    private int versionNumber;
    private UUID projectId;
    private LocalDate startsOn;
    private LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    private PlanState state;

    private UUID revises;
    private UUID follows;
    private UUID summaryId;
    private UUID supersededBy;
    private Instant supersededAt;
    private LocalDate summarisedStage;
    private String openedBy;
    private Instant openedAt;
    private Instant inForceAt;
    private Instant endedAt;
    private String endedBy;
    private String endReason;

    protected PromotionPlan() {}

    PromotionPlan(UUID documentId, String documentNo, UUID projectId, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.documentId = documentId;
        this.documentNo = documentNo;
        this.projectId = projectId;
        this.edition = 1;
        this.state = PlanState.DRAFTING;
        this.openedBy = by;
        this.openedAt = at;
    }

    /**
     * A later edition of the same document. A stage that has its summary needs no second one.
     *
     * @param number after all editions there were, those that came to nothing included
     */
    PromotionPlan revision(int number, UUID fromSummary, String by, Instant at) {
        PromotionPlan next = new PromotionPlan(documentId, documentNo, projectId, by, at);
        next.edition = number;
        next.revises = id;
        next.follows = follows;
        next.summaryId = fromSummary;
        next.summarisedStage = summarisedStage;
        return next;
    }

    void follow(UUID previousStage) {
        follows = previousStage;
    }

    void ledHereBy(UUID summary) {
        summaryId = summary;
    }

    /** @param content of the document's version that this edition now is */
    void written(UUID draft, int number, PlanContent content) {
        require(PlanState.DRAFTING);
        versionId = draft;
        versionNumber = number;
        startsOn = content.startsOn();
        endsOn = content.endsOn();
    }

    void submitted() {
        require(PlanState.DRAFTING);
        state = PlanState.IN_APPROVAL;
    }

    /** Returned by an approver, or taken back. */
    void cameBack() {
        require(PlanState.IN_APPROVAL);
        state = PlanState.DRAFTING;
    }

    void rejected(String by, String reason, Instant at) {
        require(PlanState.IN_APPROVAL);
        end(PlanState.REJECTED, by, reason, at);
    }

    void abandoned(String by, String reason, Instant at) {
        require(PlanState.DRAFTING);
        end(PlanState.ABANDONED, by, reason, at);
    }

    void inForce(Instant at) {
        require(PlanState.IN_APPROVAL);
        state = PlanState.IN_FORCE;
        inForceAt = at;
    }

    /** A later edition has been approved; from now on that one counts. */
    void giveWayTo(UUID nextEdition, Instant at) {
        supersededBy = nextEdition;
        supersededAt = at;
    }

    /** Says no when it was closed before: its story is told. */
    boolean superseded(Instant at) {
        if (supersededBy == null) {
            throw new IllegalStateException("Nothing supersedes %s edition %d".formatted(documentNo, edition));
        }
        if (state != PlanState.IN_FORCE) {
            return false;
        }
        end(PlanState.SUPERSEDED, null, null, at);
        return true;
    }

    void closed(String by, Instant at) {
        require(PlanState.IN_FORCE);
        end(PlanState.CLOSED, by, null, at);
    }

    /** Says no when this stage has its summary already, opened by an edition before this. */
    boolean stageEnded() {
        if (endsOn.equals(summarisedStage)) {
            return false;
        }
        summarisedStage = endsOn;
        return true;
    }

    private void end(PlanState as, String by, String reason, Instant at) {
        state = as;
        endedBy = by;
        endReason = reason;
        endedAt = at;
    }

    private void require(PlanState expected) {
        if (state != expected) {
            throw new IllegalStateException(
                    "%s edition %d is %s, not %s".formatted(documentNo, edition, state, expected));
        }
    }

    public UUID id() {
        return id;
    }

    public UUID documentId() {
        return documentId;
    }

    public String documentNo() {
        return documentNo;
    }

    public int edition() {
        return edition;
    }

    public UUID versionId() {
        return versionId;
    }

    public int versionNumber() {
        return versionNumber;
    }

    public UUID projectId() {
        return projectId;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public PlanState state() {
        return state;
    }

    UUID revises() {
        return revises;
    }

    UUID follows() {
        return follows;
    }

    UUID summaryId() {
        return summaryId;
    }

    UUID supersededBy() {
        return supersededBy;
    }

    Instant supersededAt() {
        return supersededAt;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant inForceAt() {
        return inForceAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    String endedBy() {
        return endedBy;
    }

    String endReason() {
        return endReason;
    }
}

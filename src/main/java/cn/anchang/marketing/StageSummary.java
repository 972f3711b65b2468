package cn.anchang.marketing;

import cn.anchang.shared.Period;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * 阶段性营销总结: its id is the business key of its process. It knows what it is about and what was decided on it; what it says is a
 * controlled document.
 */
@Entity
@Table(name = "stage_summaries")
class StageSummary {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID documentId;
    private String no;
    private String title;
    private UUID projectId;
    private String projectName;
    private UUID planId;
    private LocalDate fromDay;
    private LocalDate toDay;
    private String openedBy;
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private SummaryState state;

    private Boolean revise;
    private String reason;
    private String decidedBy;
    private Instant decidedAt;
    private UUID revisionId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "stage_summary_choices", joinColumns = @JoinColumn(name = "summary_id"))
    @OrderColumn(name = "seq")
    @Column(name = "proposal_key")
    private List<String> chosen = new ArrayList<>();

    protected StageSummary() {}

    /**
     * @param planId the plan whose stage it is about, or null for a period of somebody's choice
     * @param openedBy null when the stage's end opened it
     */
    StageSummary(
            UUID documentId,
            String no,
            String title,
            UUID projectId,
            String projectName,
            UUID planId,
            Period period,
            String openedBy,
            Instant openedAt) {
        this.id = UUID.randomUUID();
        this.documentId = documentId;
        this.no = no;
        this.title = title;
        this.projectId = projectId;
        this.projectName = projectName;
        this.planId = planId;
        this.fromDay = period.from();
        this.toDay = period.to();
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.state = SummaryState.WRITING;
    }

    void submitted() {
        expect(SummaryState.WRITING);
        state = SummaryState.IN_APPROVAL;
    }

    /** Returned or taken back: its author goes on, with numbers of that day. */
    void reopened() {
        expect(SummaryState.IN_APPROVAL);
        state = SummaryState.WRITING;
    }

    void approved() {
        expect(SummaryState.IN_APPROVAL);
        state = SummaryState.APPROVED;
    }

    void rejected() {
        expect(SummaryState.IN_APPROVAL);
        state = SummaryState.REJECTED;
    }

    void planStands(String reason, String by, Instant at) {
        decide(false, List.of(), reason, by, at);
    }

    /** @param keys of the approved version's proposals, at least one */
    void planIsRevised(List<String> keys, String reason, String by, Instant at) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A revision without a proposal");
        }
        decide(true, keys, reason, by, at);
    }

    private void decide(boolean revise, List<String> keys, String reason, String by, Instant at) {
        expect(SummaryState.APPROVED);
        this.revise = revise;
        this.chosen.addAll(keys);
        this.reason = reason;
        this.decidedBy = by;
        this.decidedAt = at;
        this.state = revise ? SummaryState.REVISED : SummaryState.STANDS;
    }

    void ledTo(UUID planEdition) {
        expect(SummaryState.REVISED);
        revisionId = planEdition;
    }

    private void expect(SummaryState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException("Summary %s is %s, not %s".formatted(id, state, Arrays.toString(allowed)));
        }
    }

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    /** Of its document. */
    String no() {
        return no;
    }

    String title() {
        return title;
    }

    UUID projectId() {
        return projectId;
    }

    String projectName() {
        return projectName;
    }

    UUID planId() {
        return planId;
    }

    Period period() {
        return new Period(fromDay, toDay);
    }

    String openedBy() {
        return openedBy;
    }

    SummaryState state() {
        return state;
    }

    /** Null until it is decided. */
    Boolean revise() {
        return revise;
    }

    String reason() {
        return reason;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** The edition of the plan the proposals went into, or null. */
    UUID revisionId() {
        return revisionId;
    }

    List<String> chosen() {
        return List.copyOf(chosen);
    }
}

package cn.anchang.change;

import cn.anchang.salescase.ChangeKind;
import jakarta.persistence.CollectionTable;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * 变更单: its id is the business key of its process. It knows how far it has come, who may approve it and by which rule, and what came
 * of it; what it asks for is a controlled document.
 */
@Entity
@Table(name = "change_orders")
class ChangeOrder {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Enumerated(EnumType.STRING)
    private ChangeState state;

    private UUID documentId;
    private String no;
    private String askedBy;
    private Instant askedAt;
    private String askedBecause;
    private boolean byMortgage;
    private String whatChanged;
    private String boundTo;
    private String authority;
    private String rule;
    private String ruleSays;
    private String failure;
    private String outcome;
    private String endedBy;
    private Instant endedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "change_clearances", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "seq")
    private List<Clearance> clearances = new ArrayList<>();

    protected ChangeOrder() {}

    /**
     * @param askedBecause why another process asked for it, or null when a person did
     * @param byMortgage whether the sale's mortgage waits for what becomes of it
     */
    ChangeOrder(
            UUID caseId,
            ChangeKind kind,
            UUID documentId,
            String no,
            String askedBecause,
            boolean byMortgage,
            String askedBy,
            Instant askedAt) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.kind = kind;
        this.documentId = documentId;
        this.no = no;
        this.askedBecause = askedBecause;
        this.byMortgage = byMortgage;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.state = ChangeState.DRAFT;
    }

    /**
     * @param asOf how the sale stood when it was written
     * @param changed what is new in this version, or null in the first
     */
    void written(ChangeKind kind, String asOf, String changed) {
        expect(ChangeState.DRAFT);
        this.kind = kind;
        this.boundTo = asOf;
        this.whatChanged = changed;
    }

    void judged(String authority, String rule, String says) {
        expect(ChangeState.DRAFT);
        this.authority = authority;
        this.rule = rule;
        this.ruleSays = says;
        this.state = ChangeState.IN_APPROVAL;
    }

    /** Returned or taken back. */
    void reopened() {
        expect(ChangeState.IN_APPROVAL);
        state = ChangeState.DRAFT;
    }

    void approved() {
        expect(ChangeState.IN_APPROVAL);
        state = ChangeState.APPROVED;
    }

    void rejected(String by, Instant at) {
        expect(ChangeState.IN_APPROVAL);
        end(ChangeState.REJECTED, by, at);
    }

    /** @param asOf how the sale stands now that this is cleared */
    void cleared(Clearance clearance, String asOf) {
        expect(ChangeState.APPROVED, ChangeState.FAILED);
        clearances.add(clearance);
        boundTo = asOf;
    }

    void executed(String text, String by, Instant at) {
        expect(ChangeState.APPROVED, ChangeState.FAILED);
        outcome = text;
        end(ChangeState.EXECUTED, by, at);
    }

    void failed(String why) {
        expect(ChangeState.APPROVED, ChangeState.FAILED);
        failure = why;
        state = ChangeState.FAILED;
    }

    /** It could not be carried out as approved and is written anew. */
    void adjusted() {
        expect(ChangeState.FAILED);
        state = ChangeState.DRAFT;
    }

    void abandoned(String reason, String by, Instant at) {
        expect(ChangeState.DRAFT, ChangeState.FAILED);
        outcome = reason;
        end(ChangeState.ABANDONED, by, at);
    }

    private void end(ChangeState how, String by, Instant at) {
        state = how;
        endedBy = by;
        endedAt = at;
    }

    private void expect(ChangeState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException("%s is %s, not %s".formatted(no, state, Arrays.toString(allowed)));
        }
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    ChangeKind kind() {
        return kind;
    }

    ChangeState state() {
        return state;
    }

    UUID documentId() {
        return documentId;
    }

    /** Of its document, e.g. BG-2026-000001. */
    String no() {
        return no;
    }

    String askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    String askedBecause() {
        return askedBecause;
    }

    boolean isByMortgage() {
        return byMortgage;
    }

    String whatChanged() {
        return whatChanged;
    }

    /** How the sale stood when it was written, or after what was cleared for it since. */
    String boundTo() {
        return boundTo;
    }

    /** The group whose members may approve it, or null before it was asked. */
    String authority() {
        return authority;
    }

    String rule() {
        return rule;
    }

    String ruleSays() {
        return ruleSays;
    }

    String failure() {
        return failure;
    }

    /** What was done, or why it was given up. */
    String outcome() {
        return outcome;
    }

    String endedBy() {
        return endedBy;
    }

    Instant endedAt() {
        return endedAt;
    }

    List<Clearance> clearances() {
        return List.copyOf(clearances);
    }
}

package cn.anchang.change;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** 特价: one price asked for one sale (R09); its id is the business key of its process. What is asked for is a controlled document. */
@Entity
@Table(name = "special_prices")
class SpecialPriceRequest {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;
    private UUID documentId;
    private String no;
    private String askedBy;
    private Instant askedAt;
    private String writtenBy;
    private String changed;

    @Enumerated(EnumType.STRING)
    private SpecialPriceState state;

    private UUID approvedVersion;
    private String approvedBy;
    private Instant approvedAt;
    private UUID subscriptionId;
    private String usedBy;
    private Instant usedAt;

    protected SpecialPriceRequest() {}

    SpecialPriceRequest(UUID caseId, UUID documentId, String no, String askedBy, Instant askedAt) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.documentId = documentId;
        this.no = no;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.writtenBy = askedBy;
        this.state = SpecialPriceState.ASKED;
    }

    /** @param changed what is different from what was asked before */
    void askedAgain(String changed, String by) {
        expect(SpecialPriceState.ASKED);
        this.changed = changed;
        this.writtenBy = by;
    }

    void approved(UUID version, String by, Instant at) {
        expect(SpecialPriceState.ASKED);
        state = SpecialPriceState.APPROVED;
        approvedVersion = version;
        approvedBy = by;
        approvedAt = at;
    }

    void rejected() {
        expect(SpecialPriceState.ASKED);
        state = SpecialPriceState.REJECTED;
    }

    void abandoned() {
        expect(SpecialPriceState.ASKED);
        state = SpecialPriceState.ABANDONED;
    }

    void replaced() {
        expect(SpecialPriceState.APPROVED);
        state = SpecialPriceState.REPLACED;
    }

    /** Good once. */
    void used(UUID subscription, String by, Instant at) {
        expect(SpecialPriceState.APPROVED);
        state = SpecialPriceState.USED;
        subscriptionId = subscription;
        usedBy = by;
        usedAt = at;
    }

    private void expect(SpecialPriceState allowed) {
        if (state != allowed) {
            throw new IllegalStateException("Special price %s is %s, not %s".formatted(no, state, allowed));
        }
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID documentId() {
        return documentId;
    }

    String no() {
        return no;
    }

    String askedBy() {
        return askedBy;
    }

    /** Who wrote what is asked now. */
    String writtenBy() {
        return writtenBy;
    }

    String changed() {
        return changed;
    }

    SpecialPriceState state() {
        return state;
    }

    UUID approvedVersion() {
        return approvedVersion;
    }

    String approvedBy() {
        return approvedBy;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    Instant usedAt() {
        return usedAt;
    }

    String usedBy() {
        return usedBy;
    }
}

package cn.anchang.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What came of one talk with a customer (客户追踪及建议反馈). */
@Entity
@Table(name = "customer_feedback")
class FeedbackNote {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID customerId;
    private UUID visitId;

    @Enumerated(EnumType.STRING)
    private NoteKind kind;

    private Instant notedAt;
    private String notedBy;
    private String feedback;
    private String suggestion;
    private String nextStep;
    private LocalDate nextStepOn;

    protected FeedbackNote() {}

    FeedbackNote(UUID customerId, UUID visitId, NoteKind kind, Feedback said, String notedBy, Instant notedAt) {
        this.id = UUID.randomUUID();
        this.customerId = customerId;
        this.visitId = visitId;
        this.kind = kind;
        this.notedAt = notedAt;
        this.notedBy = notedBy;
        this.feedback = said.feedback();
        this.suggestion = said.suggestion();
        this.nextStep = said.nextStep();
        this.nextStepOn = said.nextStepOn();
    }

    Feedback said() {
        return new Feedback(feedback, suggestion, nextStep, nextStepOn);
    }
}

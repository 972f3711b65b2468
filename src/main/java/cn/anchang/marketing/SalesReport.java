package cn.anchang.marketing;

import cn.anchang.shared.Period;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A site's report of one period: when it was due, and whether its first submission was on time (R26). What it says is a document. */
@Entity
@Table(name = "sales_reports")
class SalesReport {

    @Id
    private UUID id;

    private UUID projectId;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    private LocalDate fromDay;
    private LocalDate toDay;
    private String title;
    private UUID documentId;
    private Instant openedAt;
    private String openedBy;
    private Instant dueAt;
    private boolean deferred;
    private Instant lateSince;
    private Instant escalatedAt;
    private Instant firstSubmittedAt;
    private Boolean onTime;
    private Integer minutesLate;
    private UUID submittedVersion;
    private Instant figuresAt;
    private boolean rejected;

    @Version
    private Long version;

    protected SalesReport() {}

    void isKeptAs(UUID document) {
        documentId = document;
    }

    /** Its hour has passed. Whoever has submitted once is not late again. */
    void late(Instant now) {
        if (firstSubmittedAt == null && lateSince == null) {
            lateSince = now;
        }
    }

    void escalated(Instant now) {
        escalatedAt = now;
    }

    /** Its numbers are those of the rows at this moment. */
    void counted(Instant now) {
        figuresAt = now;
    }

    /** An approver refused it for good; its period may be reported on again. */
    void rejected() {
        rejected = true;
    }

    /** A begun minute counts. */
    void submitted(UUID documentVersion, Instant now) {
        if (firstSubmittedAt == null) {
            firstSubmittedAt = now;
            onTime = !now.isAfter(dueAt);
            minutesLate = onTime
                    ? null
                    : Math.toIntExact(
                            Duration.between(dueAt, now).plusSeconds(59).toMinutes());
        }
        submittedVersion = documentVersion;
    }

    boolean wasSubmitted() {
        return firstSubmittedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    ReportKind kind() {
        return kind;
    }

    Period period() {
        return new Period(fromDay, toDay);
    }

    String title() {
        return title;
    }

    UUID documentId() {
        return documentId;
    }

    Instant openedAt() {
        return openedAt;
    }

    /** Null when the schedule opened it. */
    String openedBy() {
        return openedBy;
    }

    Instant dueAt() {
        return dueAt;
    }

    /** Opened too late for its hour, and given a day. */
    boolean isDeferred() {
        return deferred;
    }

    Instant lateSince() {
        return lateSince;
    }

    Instant escalatedAt() {
        return escalatedAt;
    }

    Instant firstSubmittedAt() {
        return firstSubmittedAt;
    }

    Boolean onTime() {
        return onTime;
    }

    /** Null unless it was late. */
    Integer minutesLate() {
        return minutesLate;
    }

    /** When its numbers were taken last; null until they were, or when that was before it was kept. */
    Instant figuresAt() {
        return figuresAt;
    }

    boolean isRejected() {
        return rejected;
    }

    /** The version submitted last, or null. */
    UUID submittedVersion() {
        return submittedVersion;
    }
}

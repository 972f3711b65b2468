package cn.anchang.salescase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A reminder or a missed deadline, as the case's card shows it. */
@Entity
@Table(name = "notices")
public class Notice {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private String text;
    private Instant noticedAt;

    protected Notice() {}

    Notice(UUID caseId, NoticeKind kind, String text, Instant noticedAt) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.kind = kind;
        this.text = text;
        this.noticedAt = noticedAt;
    }

    public NoticeKind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public Instant noticedAt() {
        return noticedAt;
    }
}

package cn.anchang.salescase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One change carried out on a sale: which, by which change order, and in words what was before and is now. */
@Entity
@Table(name = "sale_changes")
public class SaleChange {

    @Id
    private UUID id;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    private String orderNo;
    private String text;
    private String reason;
    private String changedBy;
    private Instant changedAt;

    protected SaleChange() {}

    SaleChange(UUID caseId, ChangeKind kind, String orderNo, String text, String reason, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.kind = kind;
        this.orderNo = orderNo;
        this.text = text;
        this.reason = reason;
        this.changedBy = by;
        this.changedAt = at;
    }

    public ChangeKind kind() {
        return kind;
    }

    public String orderNo() {
        return orderNo;
    }

    public String text() {
        return text;
    }

    public String reason() {
        return reason;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}

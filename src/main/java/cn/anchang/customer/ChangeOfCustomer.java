package cn.anchang.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** Somebody changed a customer's row: what, in words people read, who, when, and why where a reason is asked for. */
@Entity
@Immutable
@Table(name = "customer_changes")
class ChangeOfCustomer implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private CustomerChangeKind kind;

    private String text;
    private String reason;
    private String changedBy;
    private Instant changedAt;

    protected ChangeOfCustomer() {}

    ChangeOfCustomer(
            UUID customerId, CustomerChangeKind kind, String text, String reason, String changedBy, Instant changedAt) {
        this.id = UUID.randomUUID();
        this.customerId = customerId;
        this.kind = kind;
        this.text = text;
        this.reason = reason;
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }

    CustomerChangeKind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    String reason() {
        return reason;
    }

    String changedBy() {
        return changedBy;
    }
}

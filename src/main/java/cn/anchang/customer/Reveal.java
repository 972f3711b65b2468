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

/** Somebody saw a customer's number in clear (R35): who, which, when. */
@Entity
@Immutable
@Table(name = "reveals")
class Reveal implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private Personal what;

    private String revealedTo;
    private Instant revealedAt;

    protected Reveal() {}

    Reveal(UUID customerId, Personal what, String revealedTo, Instant revealedAt) {
        this.id = UUID.randomUUID();
        this.customerId = customerId;
        this.what = what;
        this.revealedTo = revealedTo;
        this.revealedAt = revealedAt;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }

    Personal what() {
        return what;
    }

    String revealedTo() {
        return revealedTo;
    }

    Instant revealedAt() {
        return revealedAt;
    }
}

package cn.anchang.salescase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** More time to sign (R06): how many days, by whom, why. Never changed afterwards. */
@Entity
@Table(name = "signing_extensions")
public class SigningExtension {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Subscription subscription;

    private int days;
    private LocalDate until;

    @Enumerated(EnumType.STRING)
    private Authority authority;

    private String grantedBy;
    private String reason;
    private Instant grantedAt;

    protected SigningExtension() {}

    SigningExtension(
            Subscription subscription,
            int days,
            LocalDate until,
            Authority authority,
            String grantedBy,
            String reason,
            Instant grantedAt) {
        this.id = UUID.randomUUID();
        this.subscription = subscription;
        this.days = days;
        this.until = until;
        this.authority = authority;
        this.grantedBy = grantedBy;
        this.reason = reason;
        this.grantedAt = grantedAt;
    }

    public int days() {
        return days;
    }

    public LocalDate until() {
        return until;
    }

    public Authority authority() {
        return authority;
    }

    public String grantedBy() {
        return grantedBy;
    }

    public String reason() {
        return reason;
    }

    public Instant grantedAt() {
        return grantedAt;
    }
}

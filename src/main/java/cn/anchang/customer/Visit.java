package cn.anchang.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A customer was at the site. */
@Entity
@Table(name = "visits")
public class Visit {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID customerId;
    private UUID projectId;
    private Instant visitedAt;
    private boolean firstVisit;
    private int partySize;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String consultant;

    protected Visit() {}

    Visit(
            UUID customerId,
            UUID projectId,
            Instant visitedAt,
            boolean firstVisit,
            int partySize,
            Channel channel,
            String consultant) {
        this.id = UUID.randomUUID();
        this.customerId = customerId;
        this.projectId = projectId;
        this.visitedAt = visitedAt;
        this.firstVisit = firstVisit;
        this.partySize = partySize;
        this.channel = channel;
        this.consultant = consultant;
    }

    public UUID id() {
        return id;
    }

    public UUID customerId() {
        return customerId;
    }

    public UUID projectId() {
        return projectId;
    }

    public Instant visitedAt() {
        return visitedAt;
    }

    /** The customer's first at this project. */
    public boolean isFirst() {
        return firstVisit;
    }

    public int partySize() {
        return partySize;
    }

    public Channel channel() {
        return channel;
    }

    public String consultant() {
        return consultant;
    }
}

package cn.anchang.inventory;

import cn.anchang.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Which case has a unit, since when, and at which price it was offered. Its primary key is the unit and its case is unique: the row is
 * the lock (R24). Rows are written by one {@code insert … on conflict do nothing}, never by the entity manager.
 */
@Entity
@Table(name = "unit_occupancy")
class UnitOccupancy {

    @Id
    private UUID unitId;

    private UUID caseId;
    private String consultant;
    private Instant since;
    private Instant until;
    private Money listPrice;
    private Money floorPrice;

    protected UnitOccupancy() {}

    /** Money is in: the hold no longer lapses. */
    void secure() {
        until = null;
    }

    UUID unitId() {
        return unitId;
    }

    UUID caseId() {
        return caseId;
    }

    String consultant() {
        return consultant;
    }

    /** When the hold lapses, or null once it no longer does. */
    Instant until() {
        return until;
    }

    UnitPrice price() {
        return new UnitPrice(listPrice, floorPrice);
    }
}

package cn.anchang.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;

/** One home, shop or parking space for sale (房源). At most one sales case occupies it at a time (R24). */
@Entity
@Table(name = "units")
public class Unit {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID buildingId;
    private String unitNo;
    private String section;
    private String number;
    private int floor;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose")
    private UnitUse use;

    private String layout;
    private BigDecimal grossArea;

    @Enumerated(EnumType.STRING)
    private UnitState state;

    protected Unit() {}

    /** A unit comes into the world withheld from sale (未推). */
    Unit(Building building, String section, String number, UnitFacts facts) {
        this.id = UUID.randomUUID();
        this.buildingId = building.id();
        this.section = section;
        this.number = number;
        this.unitNo = building.name() + "-" + (section.isEmpty() ? "" : section + "-") + number;
        this.state = UnitState.WITHHELD;
        setFacts(facts);
    }

    /** @throws IllegalStateException when a case occupies it: what somebody chose does not change under their feet */
    void describe(UnitFacts facts) {
        if (state.isOccupied()) {
            throw new IllegalStateException("%s is %s and keeps its description".formatted(unitNo, state));
        }
        setFacts(facts);
    }

    private void setFacts(UnitFacts facts) {
        this.floor = facts.floor();
        this.use = facts.use();
        this.layout = facts.layout();
        this.grossArea = facts.grossArea();
    }

    void offer() {
        become(UnitState.AVAILABLE, UnitState.WITHHELD);
    }

    void withhold() {
        become(UnitState.WITHHELD, UnitState.AVAILABLE);
    }

    void hold() {
        become(UnitState.HELD, UnitState.AVAILABLE);
    }

    void subscribe() {
        become(UnitState.SUBSCRIBED, UnitState.HELD);
    }

    void contract() {
        become(UnitState.CONTRACTED, UnitState.SUBSCRIBED);
    }

    void file() {
        become(UnitState.FILED, UnitState.CONTRACTED);
    }

    void revokeFiling() {
        become(UnitState.CONTRACTED, UnitState.FILED);
    }

    /** The contract is void and is to be signed anew. */
    void voidContract() {
        become(UnitState.SUBSCRIBED, UnitState.CONTRACTED);
    }

    void deliver() {
        become(UnitState.DELIVERED, UnitState.FILED);
    }

    /** Back on the board. A filed unit first needs its filing revoked, a delivered one never comes back. */
    void release() {
        if (!state.isOccupied() || !state.mayBecome(UnitState.AVAILABLE)) {
            throw new IllegalStateException("%s is %s and cannot be released".formatted(unitNo, state));
        }
        state = UnitState.AVAILABLE;
    }

    private void become(UnitState next, UnitState from) {
        if (state != from || !state.mayBecome(next)) {
            throw new IllegalStateException("%s is %s and cannot become %s".formatted(unitNo, state, next));
        }
        state = next;
    }

    public UUID id() {
        return id;
    }

    public UUID buildingId() {
        return buildingId;
    }

    /** As people say it: building, section if there is one, number. */
    public String unitNo() {
        return unitNo;
    }

    public String section() {
        return section;
    }

    public String number() {
        return number;
    }

    public UnitState state() {
        return state;
    }

    public UnitFacts facts() {
        return new UnitFacts(floor, use, layout, grossArea);
    }
}

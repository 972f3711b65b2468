package cn.anchang.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A part of the country (大区) with projects of its own. */
@Entity
@Table(name = "regions")
public class Region {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String name;

    protected Region() {}

    Region(String name) {
        this.id = UUID.randomUUID();
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }
}

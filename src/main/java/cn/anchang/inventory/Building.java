package cn.anchang.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A building (楼栋) of a project; what a presale permit covers. */
@Entity
@Table(name = "buildings")
public class Building {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID projectId;
    private String name;

    protected Building() {}

    Building(UUID projectId, String name) {
        this.id = UUID.randomUUID();
        this.projectId = projectId;
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public UUID projectId() {
        return projectId;
    }

    public String name() {
        return name;
    }
}

package cn.anchang.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A property project (楼盘), sold at one site. */
@Entity
@Table(name = "projects")
public class Project {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID regionId;
    private String name;
    private String code;
    private String city;

    protected Project() {}

    Project(Region region, String name, String code, String city) {
        this.id = UUID.randomUUID();
        this.regionId = region.id();
        this.name = name;
        this.code = code;
        this.city = city;
    }

    public UUID id() {
        return id;
    }

    public UUID regionId() {
        return regionId;
    }

    public String name() {
        return name;
    }

    /** Two to six capital letters; begins the numbers of the project's papers. */
    public String code() {
        return code;
    }

    public String city() {
        return city;
    }
}

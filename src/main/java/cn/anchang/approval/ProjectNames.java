package cn.anchang.approval;

import java.util.List;
import java.util.UUID;

/** The projects documents may be about, by name; answered by those who know what there is to sell. */
public interface ProjectNames {

    record Project(UUID id, String name) {}

    List<Project> all();

    /** Null for a document about no project, or about one that is gone. */
    default String nameOf(UUID projectId) {
        return all().stream()
                .filter(project -> project.id().equals(projectId))
                .map(Project::name)
                .findFirst()
                .orElse(null);
    }
}

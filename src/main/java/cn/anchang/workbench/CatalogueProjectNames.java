package cn.anchang.workbench;

import cn.anchang.approval.ProjectNames;
import cn.anchang.inventory.UnitCatalogue;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the documents what the projects are called: they themselves know nothing of what there is to sell. */
@Component
class CatalogueProjectNames implements ProjectNames {

    private final UnitCatalogue catalogue;

    CatalogueProjectNames(UnitCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Project> all() {
        return catalogue.projects().stream()
                .map(project -> new Project(project.id(), project.name()))
                .toList();
    }
}

package cn.anchang.inventory;

import cn.anchang.organization.Sites;
import cn.anchang.shared.ClusterLock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** At each start makes the projects sites that are none yet, and lets groups in that are new in the organization's file. */
@Component
class ProjectSites implements SmartInitializingSingleton {

    private final Projects projects;
    private final Sites sites;
    private final ClusterLock lock;

    ProjectSites(Projects projects, Sites sites, ClusterLock lock) {
        this.projects = projects;
        this.sites = sites;
        this.lock = lock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.whileAlone("sites", () -> projects.findAll().forEach(project -> sites.open(project.id(), project.name())));
    }
}

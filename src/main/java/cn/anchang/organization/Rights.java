package cn.anchang.organization;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import cn.anchang.organization.Departments.StaffGroup;
import cn.anchang.shared.ClusterLock;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Gives every group what it needs in the engine, at each start anew: a right taken out of the organization's file is gone. */
@Component
class Rights implements InitializingBean {

    private final Departments departments;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final ClusterLock lock;

    Rights(Departments departments, IdentityService identity, AuthorizationService authorizations, ClusterLock lock) {
        this.departments = departments;
        this.identity = identity;
        this.authorizations = authorizations;
        this.lock = lock;
    }

    @Override
    public void afterPropertiesSet() {
        lock.whileAlone("groups and rights", () -> departments.allGroups().forEach(this::establish));
    }

    private void establish(StaffGroup group) {
        name(group);
        if (group.everything()) {
            for (Resource resource : Resources.values()) {
                grant(group, resource, ANY, Permissions.ALL);
            }
            return;
        }
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(group, Resources.FILTER, ANY, Permissions.READ);
        grant(group, Resources.USER, ANY, Permissions.READ);
        grant(group, Resources.GROUP, ANY, Permissions.READ);
        if (group.overview()) {
            grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY);
        } else {
            grant(group, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
        }
        if (!group.starts().isEmpty()) {
            grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }
        for (String process : group.starts()) {
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
    }

    private void name(StaffGroup group) {
        Group known = identity.createGroupQuery().groupId(group.id()).singleResult();
        Group named = known == null ? identity.newGroup(group.id()) : known;
        if (known == null || !group.name().equals(known.getName())) {
            named.setName(group.name());
            named.setType(group.everything() ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(named);
        }
    }

    private void grant(StaffGroup group, Resource resource, String resourceId, Permission... permissions) {
        Authorization known = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(resourceId)
                .authorizationType(AUTH_TYPE_GRANT)
                .singleResult();
        Authorization right = known == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : known;
        right.setGroupId(group.id());
        right.setResource(resource);
        right.setResourceId(resourceId);
        right.setPermissions(permissions);
        authorizations.saveAuthorization(right);
    }
}

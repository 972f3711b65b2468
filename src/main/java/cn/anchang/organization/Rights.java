package cn.anchang.organization;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import cn.anchang.organization.Departments.StaffGroup;
import cn.anchang.shared.ClusterLock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives every group what it needs in the engine, at each start anew, and withdraws what it gave once the organization's file no longer
 * names it. Rights that an administrator made by hand stay, as long as the file says nothing of the same group and thing.
 */
@Component
class Rights implements InitializingBean {

    private final Departments departments;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final JdbcClient jdbc;
    private final ClusterLock lock;

    Rights(
            Departments departments,
            IdentityService identity,
            AuthorizationService authorizations,
            JdbcTemplate jdbc,
            ClusterLock lock) {
        this.departments = departments;
        this.identity = identity;
        this.authorizations = authorizations;
        this.jdbc = JdbcClient.create(jdbc);
        this.lock = lock;
    }

    @Override
    public void afterPropertiesSet() {
        lock.whileAlone("groups and rights", () -> establish(departments.allGroups()));
    }

    void establish(List<StaffGroup> groups) {
        Set<String> given = new HashSet<>();
        groups.forEach(group -> establish(group, given));
        withdrawAllBut(given);
    }

    private void withdrawAllBut(Set<String> given) {
        for (String right : jdbc.sql("select authorization_id from sales.given_rights")
                .query(String.class)
                .list()) {
            if (!given.contains(right)) {
                if (authorizations
                                .createAuthorizationQuery()
                                .authorizationId(right)
                                .count()
                        > 0) {
                    authorizations.deleteAuthorization(right);
                }
                jdbc.sql("delete from sales.given_rights where authorization_id = ?")
                        .param(right)
                        .update();
            }
        }
    }

    private void establish(StaffGroup group, Set<String> given) {
        name(group);
        if (group.everything()) {
            for (Resource resource : Resources.values()) {
                grant(given, group, resource, ANY, Permissions.ALL);
            }
            return;
        }
        grant(given, group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(given, group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(given, group, Resources.FILTER, ANY, Permissions.READ);
        grant(given, group, Resources.USER, ANY, Permissions.READ);
        grant(given, group, Resources.GROUP, ANY, Permissions.READ);
        if (group.overview()) {
            grant(given, group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            grant(
                    given,
                    group,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY);
        } else {
            grant(given, group, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
        }
        if (group.sites()) {
            grant(given, group, Resources.APPLICATION, "admin", Permissions.ACCESS);
            grant(given, group, Resources.TENANT, ANY, Permissions.READ);
            grant(given, group, Resources.TENANT_MEMBERSHIP, ANY, Permissions.CREATE, Permissions.DELETE);
        }
        if (!group.starts().isEmpty()) {
            grant(given, group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }
        for (String process : group.starts()) {
            grant(
                    given,
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

    private void grant(
            Set<String> given, StaffGroup group, Resource resource, String resourceId, Permission... permissions) {
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
        String id = authorizations.saveAuthorization(right).getId();
        given.add(id);
        jdbc.sql("insert into sales.given_rights (authorization_id) values (?) on conflict do nothing")
                .param(id)
                .update();
    }
}

package cn.anchang.organization;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sales sites (案场) and who works on which: a site is one of the engine's tenants, with the project's id for its own. Whoever is its
 * member, alone or by a group, may enter; technical support says who is, in Admin. A project that is no site yet is open to all.
 */
@Component
public class Sites {

    private final IdentityService identity;
    private final Staff staff;
    private final Departments departments;
    private final JdbcClient database;

    Sites(IdentityService identity, Staff staff, Departments departments, JdbcTemplate database) {
        this.identity = identity;
        this.staff = staff;
        this.departments = departments;
        this.database = JdbcClient.create(database);
    }

    /**
     * Makes the project a site that every group works on, so that a company with one site has nothing to do. Each group is let in once:
     * whoever was taken out in Admin stays out, however often this is asked.
     */
    public void open(UUID projectId, String name) {
        staff.asTheSystem(() -> {
            String site = projectId.toString();
            if (identity.createTenantQuery().tenantId(site).count() == 0) {
                database.sql("delete from sales.site_groups where project_id = ?")
                        .param(projectId)
                        .update();
                Tenant fresh = identity.newTenant(site);
                fresh.setName(name);
                identity.saveTenant(fresh);
            }
            departments.allGroups().forEach(group -> letIn(projectId, group.id()));
            return site;
        });
    }

    private void letIn(UUID projectId, String group) {
        boolean first = database.sql(
                                "insert into sales.site_groups (project_id, group_id) values (?, ?) on conflict do nothing")
                        .params(projectId, group)
                        .update()
                == 1;
        if (first
                && identity.createTenantQuery()
                                .tenantId(projectId.toString())
                                .groupMember(group)
                                .count()
                        == 0) {
            identity.createTenantGroupMembership(projectId.toString(), group);
        }
    }

    /** The projects whose rows, sales and tasks this person does not see; none for most people. */
    public Set<UUID> closedTo(String userId) {
        Set<UUID> sites = projects(tenants(query -> query));
        if (!sites.isEmpty()) {
            sites.removeAll(projects(toldOrAsked(userId)));
        }
        return Collections.unmodifiableSet(sites);
    }

    /** Within a request of this person's own they were read just now. */
    private List<String> toldOrAsked(String userId) {
        Authentication now = identity.getCurrentAuthentication();
        return now != null && userId.equals(now.getUserId()) && now.getTenantIds() != null
                ? now.getTenantIds()
                : tenantsOf(userId);
    }

    /** @param projectId null for what belongs to no project, which is open to all */
    public boolean isOpenTo(String userId, UUID projectId) {
        return projectId == null || !closedTo(userId).contains(projectId);
    }

    /** Those of these people who may enter the site, in their order. */
    public List<String> membersAmong(Collection<String> userIds, UUID projectId) {
        boolean isSite = projectId != null
                && !tenants(query -> query.tenantId(projectId.toString())).isEmpty();
        return userIds.stream()
                .filter(userId -> !isSite || tenantsOf(userId).contains(projectId.toString()))
                .toList();
    }

    /** Those of these people who may enter any site that this person may enter, in their order. */
    public List<String> colleaguesAmong(Collection<String> userIds, String userId) {
        Set<UUID> closed = closedTo(userId);
        if (closed.isEmpty()) {
            return List.copyOf(userIds);
        }
        Set<UUID> mine = projects(tenants(query -> query));
        mine.removeAll(closed);
        return userIds.stream()
                .filter(other -> other.equals(userId) || !closedTo(other).containsAll(mine))
                .toList();
    }

    /** As a statement takes them: {@code <> all(cast(:closed as uuid[]))} is true of every project when there are none. */
    public static String listed(Set<UUID> projects) {
        return projects.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** All tenants a person belongs to, as the engine wants to be told them together with the groups; operators' own included. */
    public List<String> tenantsOf(String userId) {
        return tenants(query -> query.userMember(userId).includingGroupsOfUser(true));
    }

    private List<String> tenants(Function<TenantQuery, TenantQuery> asked) {
        return staff.asTheSystem(() -> asked.apply(identity.createTenantQuery()).list()).stream()
                .map(Tenant::getId)
                .toList();
    }

    private static Set<UUID> projects(List<String> tenants) {
        return tenants.stream().filter(Sites::isProject).map(UUID::fromString).collect(Collectors.toSet());
    }

    /** Operators may keep tenants of their own beside the sites. */
    private static boolean isProject(String tenantId) {
        return tenantId.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}

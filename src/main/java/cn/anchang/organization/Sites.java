package cn.anchang.organization;

import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.springframework.stereotype.Component;

/**
 * The sales sites (案场) and who works on which: a site is one of the engine's tenants, with the project's id for its own. Whoever is its
 * member, alone or by a group, may enter; technical support says who is, in Admin. A project that is no site yet is open to all.
 */
@Component
public class Sites {

    private final IdentityService identity;
    private final Staff staff;

    Sites(IdentityService identity, Staff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    /** The projects whose rows, sales and tasks this person does not see; none for most people. */
    public Set<UUID> closedTo(String userId) {
        Set<UUID> sites = ids(query -> query);
        if (!sites.isEmpty()) {
            sites.removeAll(ids(query -> query.userMember(userId).includingGroupsOfUser(true)));
        }
        return Collections.unmodifiableSet(sites);
    }

    public boolean isOpenTo(String userId, UUID projectId) {
        return !closedTo(userId).contains(projectId);
    }

    private Set<UUID> ids(Function<TenantQuery, TenantQuery> asked) {
        return staff.asTheSystem(() -> asked.apply(identity.createTenantQuery()).list()).stream()
                .map(Tenant::getId)
                .filter(Sites::isProject)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /** Operators may keep tenants of their own beside the sites. */
    private static boolean isProject(String tenantId) {
        return tenantId.length() == 36
                && tenantId.chars().filter(sign -> sign == '-').count() == 4;
    }
}

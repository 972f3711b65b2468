package cn.anchang.workbench.customers;

import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.workbench.customers.Viewer.Scope;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets to the pages of customers whoever may see any, and says which. */
@Component
public class Viewers {

    private static final Set<String> ALL = Set.of(Staff.SITE_MANAGER, Staff.MANAGEMENT, Staff.MARKETING_DIRECTOR);
    private static final Set<String> AFTER_THE_DEAL = Set.of(Staff.MARKETING, Staff.CUSTOMER_SERVICE);

    private final Staff staff;
    private final Sites sites;

    Viewers(Staff staff, Sites sites) {
        this.staff = staff;
        this.sites = sites;
    }

    /** Whether the person sees any customer at all. */
    public boolean isAny(String userId) {
        return scope(staff.groupsOf(userId)).isPresent();
    }

    /** @throws ResponseStatusException 403 for anybody who sees no customers */
    Viewer of(String userId) {
        Set<String> groups = staff.groupsOf(userId);
        Scope scope = scope(groups).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        return new Viewer(userId, scope, sites.closedTo(userId), groups.contains(Staff.SITE_MANAGER));
    }

    private static Optional<Scope> scope(Set<String> groups) {
        if (!Collections.disjoint(groups, ALL)) {
            return Optional.of(Scope.ALL);
        } else if (groups.contains(Staff.SALES)) {
            return Optional.of(Scope.OWN);
        } else if (!Collections.disjoint(groups, AFTER_THE_DEAL)) {
            return Optional.of(Scope.DEALS);
        }
        return Optional.empty();
    }

    /** @throws ResponseStatusException 403 for anybody but the site manager */
    Viewer managing(String userId) {
        Viewer viewer = of(userId);
        if (!viewer.manages()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return viewer;
    }
}

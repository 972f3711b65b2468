package cn.anchang.workbench.customers;

import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.workbench.customers.Viewer.Scope;
import java.util.Collections;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets to the pages of customers whoever may see any, and says which. */
@Component
class Viewers {

    private static final Set<String> ALL = Set.of(Staff.SITE_MANAGER, Staff.MANAGEMENT, Staff.MARKETING_DIRECTOR);
    private static final Set<String> AFTER_THE_DEAL = Set.of(Staff.MARKETING, Staff.CUSTOMER_SERVICE);

    private final Staff staff;
    private final Sites sites;

    Viewers(Staff staff, Sites sites) {
        this.staff = staff;
        this.sites = sites;
    }

    /** @throws ResponseStatusException 403 for anybody who sees no customers */
    Viewer of(String userId) {
        Set<String> groups = staff.groupsOf(userId);
        Scope scope;
        if (!Collections.disjoint(groups, ALL)) {
            scope = Scope.ALL;
        } else if (groups.contains(Staff.SALES)) {
            scope = Scope.OWN;
        } else if (!Collections.disjoint(groups, AFTER_THE_DEAL)) {
            scope = Scope.DEALS;
        } else {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new Viewer(userId, scope, sites.closedTo(userId), groups.contains(Staff.SITE_MANAGER));
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

package cn.anchang.payment.web;

import cn.anchang.organization.Staff;
import java.security.Principal;
import java.util.Collections;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who looks at the money: finance acts (R33), site manager and management read, the site manager may ask for changes of the plan, everybody else is turned away. */
record MoneyReader(String userId, boolean acts, boolean asksForChanges) {

    private static final Set<String> READERS = Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MANAGEMENT);

    static MoneyReader of(Principal person, Staff staff) {
        Set<String> groups = staff.groupsOf(person.getName());
        if (Collections.disjoint(groups, READERS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new MoneyReader(person.getName(), groups.contains(Staff.FINANCE), groups.contains(Staff.SITE_MANAGER));
    }

    static MoneyReader whoActs(Principal person, Staff staff) {
        MoneyReader reader = of(person, staff);
        if (!reader.acts()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return reader;
    }
}

package cn.anchang.workbench;

import cn.anchang.organization.Staff;
import cn.anchang.workbook.Imports;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Which places are open to whom. The pages themselves refuse again: a link that is not shown is no lock. */
@Component
class Places {

    private final Staff staff;
    private final Imports imports;

    Places(Staff staff, Imports imports) {
        this.staff = staff;
        this.imports = imports;
    }

    List<Place> openTo(Authentication person) {
        return Arrays.stream(Place.values())
                .filter(place -> isOpen(place, person.getName()))
                .toList();
    }

    private boolean isOpen(Place place, String userId) {
        Set<String> groups = staff.groupsOf(userId);
        return switch (place) {
            case MONEY ->
                groups.contains(Staff.FINANCE)
                        || groups.contains(Staff.SITE_MANAGER)
                        || groups.contains(Staff.MANAGEMENT);
            case LETTERS -> groups.contains(Staff.SITE_MANAGER) || groups.contains("it-support");
            case IMPORT -> imports.mayImport(userId);
            case HOME, TASKS, UNITS -> true;
        };
    }
}

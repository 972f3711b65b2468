package cn.anchang.workbook;

import cn.anchang.organization.Staff;
import java.util.Collections;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Marketing, the site manager and technical support may import, prices and customers alike. */
@Component
class StaffImporters implements Importers {

    private static final Set<String> GROUPS = Set.of("marketing", "marketing-director", "site-manager", "it-support");

    private final Staff staff;

    StaffImporters(Staff staff) {
        this.staff = staff;
    }

    @Override
    public boolean mayImport(String userId) {
        return !Collections.disjoint(staff.groupsOf(userId), GROUPS);
    }
}

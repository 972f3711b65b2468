package cn.anchang.workbook;

import cn.anchang.organization.Staff;
import org.springframework.stereotype.Component;

/** Who keeps something brings it in: the groups that the configuration names for each kind. */
@Component
class StaffImporters implements Importers {

    private final ImportRights rights;
    private final Staff staff;

    StaffImporters(ImportRights rights, Staff staff) {
        this.rights = rights;
        this.staff = staff;
    }

    @Override
    public boolean mayImport(String userId, String kind) {
        return staff.isInAnyOf(userId, rights.groupsFor(kind));
    }
}

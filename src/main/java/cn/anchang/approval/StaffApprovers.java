package cn.anchang.approval;

import cn.anchang.organization.Departments;
import cn.anchang.organization.Departments.StaffGroup;
import cn.anchang.organization.Staff;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Approvers as the organization knows them. */
@Component
class StaffApprovers implements Approvers {

    private final Staff staff;
    private final Departments departments;

    StaffApprovers(Staff staff, Departments departments) {
        this.staff = staff;
        this.departments = departments;
    }

    @Override
    public List<String> membersOf(String group) {
        return staff.membersOf(group);
    }

    @Override
    public String nameOf(String group) {
        return departments.allGroups().stream()
                .filter(known -> known.id().equals(group))
                .map(StaffGroup::name)
                .findFirst()
                .orElse(group);
    }

    @Override
    public String displayName(String userId) {
        return staff.displayName(userId);
    }

    @Override
    public Optional<String> mail(String userId) {
        return staff.mail(userId);
    }
}

package cn.anchang.approval;

import cn.anchang.organization.Departments;
import cn.anchang.organization.Departments.StaffGroup;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Approvers as the organization knows them. */
@Component
class StaffApprovers implements Approvers {

    private final Staff staff;
    private final Sites sites;
    private final Departments departments;

    StaffApprovers(Staff staff, Sites sites, Departments departments) {
        this.staff = staff;
        this.sites = sites;
        this.departments = departments;
    }

    @Override
    public List<String> membersOf(String group, UUID projectId) {
        return sites.membersAmong(staff.membersOf(group), projectId);
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

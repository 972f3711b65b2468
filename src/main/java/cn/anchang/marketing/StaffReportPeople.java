package cn.anchang.marketing;

import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Owners are those of the site and of the marketing department. */
@Component
class StaffReportPeople implements ReportPeople {

    private static final List<String> OWN_TASKS =
            List.of(Staff.SITE_MANAGER, Staff.SALES, Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MARKETING_ADMIN);

    private final Staff staff;
    private final Sites sites;

    StaffReportPeople(Staff staff, Sites sites) {
        this.staff = staff;
        this.sites = sites;
    }

    @Override
    public List<Owner> owners(UUID projectId) {
        return OWN_TASKS.stream()
                .flatMap(group -> membersOf(group, projectId).stream())
                .distinct()
                .map(id -> new Owner(id, staff.displayName(id)))
                .toList();
    }

    @Override
    public String displayName(String userId) {
        return staff.displayName(userId);
    }

    @Override
    public List<String> membersOf(String groupId, UUID projectId) {
        return sites.membersAmong(staff.membersOf(groupId), projectId);
    }

    @Override
    public Optional<String> mail(String userId) {
        return staff.mail(userId);
    }
}

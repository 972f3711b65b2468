package cn.anchang.marketing;

import cn.anchang.organization.Staff;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Owners are those of the site and of the marketing department. */
@Component
class StaffReportPeople implements ReportPeople {

    private static final List<String> OWN_TASKS =
            List.of(Staff.SITE_MANAGER, Staff.SALES, Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MARKETING_ADMIN);

    private final Staff staff;

    StaffReportPeople(Staff staff) {
        this.staff = staff;
    }

    @Override
    public List<Owner> owners() {
        return OWN_TASKS.stream()
                .flatMap(group -> staff.membersOf(group).stream())
                .distinct()
                .map(id -> new Owner(id, staff.displayName(id)))
                .toList();
    }

    @Override
    public String displayName(String userId) {
        return staff.displayName(userId);
    }

    @Override
    public List<String> membersOf(String groupId) {
        return staff.membersOf(groupId);
    }

    @Override
    public Optional<String> mail(String userId) {
        return staff.mail(userId);
    }
}

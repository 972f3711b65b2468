package cn.anchang.customer;

import cn.anchang.organization.Staff;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The consultants are the members of group {@code sales}; their site manager may see every number. */
@Component
class StaffConsultants implements Consultants {

    private final Staff staff;

    StaffConsultants(Staff staff) {
        this.staff = staff;
    }

    @Override
    public String nameOf(String userId) {
        return staff.displayName(userId);
    }

    @Override
    public Optional<String> find(String nameOrId) {
        List<String> consultants = staff.membersOf(Staff.SALES);
        if (consultants.contains(nameOrId)) {
            return Optional.of(nameOrId);
        }
        List<String> named = consultants.stream()
                .filter(userId -> staff.displayName(userId).equals(nameOrId))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    @Override
    public boolean maySeeEveryNumber(String userId) {
        return staff.isSiteManager(userId);
    }
}

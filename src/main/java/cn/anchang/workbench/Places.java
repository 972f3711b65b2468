package cn.anchang.workbench;

import cn.anchang.organization.Staff;
import cn.anchang.workbook.Imports;
import java.util.Arrays;
import java.util.List;
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
        if (place == Place.MONEY) {
            return staff.isFinance(userId);
        }
        return place != Place.IMPORT || imports.mayImport(userId);
    }
}

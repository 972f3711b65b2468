package cn.anchang.workbench;

import cn.anchang.approval.Documents;
import cn.anchang.kpi.Targets;
import cn.anchang.organization.Staff;
import cn.anchang.workbench.sale.SaleReaders;
import cn.anchang.workbook.Imports;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Which places are open to whom. The pages themselves refuse again: a link that is not shown is no lock. */
@Component
class Places {

    private static final Set<String> HANDLES_MONEY = Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MANAGEMENT);
    private static final Set<String> READS_LETTERS = Set.of(Staff.SITE_MANAGER, Staff.IT_SUPPORT);

    private static final Set<String> CHANGES_SALES =
            Set.of(Staff.SALES, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT, Staff.FINANCE);

    private static final Set<String> REMINDS =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);

    private static final Set<String> COLLECTS =
            Set.of(Staff.SALES, Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);

    private static final Set<String> TRACKS_MONEY = Set.of(
            Staff.SALES,
            Staff.FINANCE,
            Staff.SITE_MANAGER,
            Staff.MARKETING,
            Staff.MARKETING_DIRECTOR,
            Staff.MANAGEMENT);

    private static final Set<String> KNOWS_CUSTOMERS = Set.of(
            Staff.SALES,
            Staff.SITE_MANAGER,
            Staff.MANAGEMENT,
            Staff.MARKETING_DIRECTOR,
            Staff.MARKETING,
            Staff.CUSTOMER_SERVICE);

    private final Staff staff;
    private final SaleReaders saleReaders;
    private final Imports imports;
    private final Documents documents;
    private final Targets targets;

    Places(Staff staff, SaleReaders saleReaders, Imports imports, Documents documents, Targets targets) {
        this.staff = staff;
        this.saleReaders = saleReaders;
        this.imports = imports;
        this.documents = documents;
        this.targets = targets;
    }

    List<Place> openTo(Authentication person) {
        Set<String> groups = staff.groupsOf(person.getName());
        return Arrays.stream(Place.values())
                .filter(place -> isOpen(place, person.getName(), groups))
                .toList();
    }

    private boolean isOpen(Place place, String userId, Set<String> groups) {
        return switch (place) {
            case MONEY -> !Collections.disjoint(groups, HANDLES_MONEY);
            case SALES -> saleReaders.of(userId).readsAny();
            case PROGRESS, RECEIVABLES, FUNNEL -> !Collections.disjoint(groups, TRACKS_MONEY);
            case REMINDERS -> !Collections.disjoint(groups, REMINDS);
            case ARREARS -> !Collections.disjoint(groups, COLLECTS);
            case CUSTOMERS -> !Collections.disjoint(groups, KNOWS_CUSTOMERS);
            case CHANGES -> !Collections.disjoint(groups, CHANGES_SALES);
            case LETTERS -> !Collections.disjoint(groups, READS_LETTERS);
            case IMPORT -> !imports.kindsFor(userId).isEmpty();
            case TARGETS -> targets.mayRead(userId);
            case DOCUMENTS -> !documents.readableBy(groups).isEmpty();
            case HOME, TASKS, NOTICES, UNITS, REPORTS -> true;
        };
    }
}

package cn.anchang.workbench.sale;

import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.CaseFiles;
import java.util.Collections;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says of each person which sales may be read, by the same groups a single case asks for. */
@Component
public class SaleReaders {

    private final Staff staff;
    private final Sites sites;

    SaleReaders(Staff staff, Sites sites) {
        this.staff = staff;
        this.sites = sites;
    }

    public SaleReader of(String userId) {
        Set<String> groups = staff.groupsOf(userId);
        return new SaleReader(
                userId,
                !Collections.disjoint(groups, CaseFiles.ALWAYS),
                !Collections.disjoint(groups, CaseFiles.AFTER_THE_DEAL),
                groups.contains(Staff.SALES),
                sites.closedTo(userId));
    }
}

package cn.anchang.workbench.sale;

import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.Consultants;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.security.Principal;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page 销售案: the sales a person may read, the latest first. */
@Controller
class SalesListPage {

    private static final int ROWS = 30;
    private static final int MOST_PAGES = 100_000;

    private final SaleRows rows;
    private final SaleReaders readers;
    private final Consultants allConsultants;
    private final UnitCatalogue catalogue;
    private final Staff staff;
    private final Sentences sentences;
    private final ZoneId zone;

    SalesListPage(
            SaleRows rows,
            SaleReaders readers,
            UnitCatalogue catalogue,
            Consultants allConsultants,
            Staff staff,
            Sentences sentences,
            Site site) {
        this.rows = rows;
        this.readers = readers;
        this.allConsultants = allConsultants;
        this.catalogue = catalogue;
        this.staff = staff;
        this.sentences = sentences;
        this.zone = site.timeZone();
    }

    @GetMapping("/sales")
    String sales(
            @RequestParam(required = false) UUID project,
            @RequestParam(required = false) CaseState state,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) String consultant,
            @RequestParam(required = false) UUID customer,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") int page,
            Principal person,
            Model model) {
        SaleReader reader = readers.of(person.getName());
        if (!reader.readsAny()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        SaleFilter asked = new SaleFilter(project, state, open, consultant, customer, q);
        int at = Math.max(0, Math.min(page, MOST_PAGES));
        List<SaleLine> found = rows.sales(asked, reader, at * ROWS, ROWS + 1);
        List<SaleLine> shown = found.subList(0, Math.min(ROWS, found.size()));
        List<String> consultants = reader.all() ? allConsultants.besides(reader.closed()) : List.of();
        Set<String> people = new HashSet<>(consultants);
        shown.forEach(line -> people.add(line.consultant()));
        model.addAttribute("asked", asked);
        model.addAttribute("rows", shown);
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() > ROWS);
        model.addAttribute("all", reader.all());
        model.addAttribute("names", staff.displayNames(people));
        model.addAttribute("consultants", consultants);
        model.addAttribute(
                "projects",
                catalogue.projects().stream()
                        .filter(one -> !reader.closed().contains(one.id()))
                        .toList());
        model.addAttribute("states", CaseState.values());
        model.addAttribute("zone", zone);
        model.addAttribute("words", sentences);
        return "workbench/sales";
    }
}

package cn.anchang.workbench.sale;

import cn.anchang.organization.Staff;
import cn.anchang.shared.Address;
import cn.anchang.shared.Sentences;
import cn.anchang.workbench.customers.Viewers;
import cn.anchang.workbench.sale.SaleRows.CustomerLine;
import cn.anchang.workbench.sale.SaleRows.UnitLine;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The search box of every page: one find leads straight there, several are shown together. Nobody finds what they may not read, nor
 * learns that it is there.
 */
@Controller
class SearchPage {

    private static final int MOST = 20;

    /** What was found, each kind up to {@link #MOST}. */
    private record Found(List<CustomerLine> customers, List<SaleLine> sales, List<UnitLine> units) {

        boolean isEmpty() {
            return customers.isEmpty() && sales.isEmpty() && units.isEmpty();
        }

        /** The page of the only thing found; a sale's own customer and unit are found with it and do not count. */
        Optional<String> only(boolean opensCustomers) {
            if (sales.size() == 1) {
                SaleLine sale = sales.get(0);
                boolean alone = customers.stream().allMatch(one -> one.id().equals(sale.customerId()))
                        && units.stream().allMatch(one -> one.unitNo().equals(sale.unitNo()));
                return alone ? Optional.of("/sales/" + sale.caseId()) : Optional.empty();
            }
            if (sales.isEmpty() && customers.size() + units.size() == 1) {
                return Optional.of(units.isEmpty() ? pageOf(customers.get(0), opensCustomers) : pageOf(units.get(0)));
            }
            return Optional.empty();
        }
    }

    private final SaleRows rows;
    private final SaleReaders readers;
    private final Viewers viewers;
    private final Staff staff;
    private final Sentences sentences;

    SearchPage(SaleRows rows, SaleReaders readers, Viewers viewers, Staff staff, Sentences sentences) {
        this.rows = rows;
        this.readers = readers;
        this.viewers = viewers;
        this.staff = staff;
        this.sentences = sentences;
    }

    @GetMapping("/search")
    String search(@RequestParam(required = false) String q, Principal person, Model page) {
        Optional<Typed> typed = Typed.read(q);
        Found found = typed.map(what -> found(what, readers.of(person.getName())))
                .orElse(new Found(List.of(), List.of(), List.of()));
        boolean opensCustomers = viewers.isAny(person.getName());
        Optional<String> only = found.only(opensCustomers);
        if (only.isPresent()) {
            return "redirect:" + only.get();
        }
        Set<String> people = new HashSet<>();
        found.sales().forEach(sale -> people.add(sale.consultant()));
        found.customers().stream()
                .map(CustomerLine::consultant)
                .filter(Objects::nonNull)
                .forEach(people::add);
        page.addAttribute("q", typed.map(Typed::text).orElse(""));
        page.addAttribute("customers", found.customers());
        page.addAttribute("opensCustomers", opensCustomers);
        page.addAttribute("sales", found.sales());
        page.addAttribute("units", found.units());
        page.addAttribute("nothing", found.isEmpty());
        page.addAttribute("most", MOST);
        page.addAttribute("names", staff.displayNames(people));
        page.addAttribute("words", sentences);
        return "workbench/search";
    }

    private Found found(Typed typed, SaleReader reader) {
        boolean reads = reader.readsAny();
        return new Found(
                reads ? rows.customersFound(typed, reader, MOST) : List.of(),
                reads ? rows.salesFound(typed, reader, MOST) : List.of(),
                rows.unitsFound(typed, reader, MOST));
    }

    /** Who has no business with a customer's page is led to the customer's sales. */
    private static String pageOf(CustomerLine customer, boolean opensCustomers) {
        return (opensCustomers ? "/customers/" : "/sales?customer=") + customer.id();
    }

    private static String pageOf(UnitLine unit) {
        return Address.of("/units")
                .with("project", unit.project())
                .with("building", unit.building())
                .toString();
    }
}

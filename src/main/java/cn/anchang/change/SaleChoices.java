package cn.anchang.change;

import cn.anchang.customer.Customers;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.SalesCase;
import cn.anchang.salescase.SalesCases;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sales somebody may choose one of: a consultant's own, to the site manager all; only those that have a unit and go on. */
@Component
@Transactional(readOnly = true)
public class SaleChoices {

    private static final int MOST = 20;

    /** @param note what tells one from another */
    public record SaleChoice(UUID id, String name, String note) {}

    private final SalesCases cases;
    private final Customers customers;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    SaleChoices(SalesCases cases, Customers customers, Staff staff, Sites sites, Sentences sentences) {
        this.cases = cases;
        this.customers = customers;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** By a part of the number of case or unit, or of the customer's name; without any the latest. */
    public List<SaleChoice> of(String typed, String person) {
        String part = typed == null ? "" : typed.strip();
        List<UUID> named = part.isEmpty() ? List.of() : customers.named(part, MOST);
        return cases
                .goingOn(part, named, staff.isSiteManager(person) ? "" : person, sites.closedTo(person), Limit.of(MOST))
                .stream()
                .map(this::choice)
                .toList();
    }

    /** Whether somebody may ask for a change of this sale. */
    public boolean isOpenTo(UUID caseId, String person) {
        return cases.findById(caseId)
                .filter(sale -> sale.unit() != null)
                .filter(sale -> sites.isOpenTo(person, sale.projectId()))
                .filter(sale -> sale.consultant().equals(person) || staff.isSiteManager(person))
                .isPresent();
    }

    private SaleChoice choice(SalesCase sale) {
        return new SaleChoice(
                sale.id(),
                sentences.text(
                        "change.choice",
                        customers.nameOf(sale.customerId()),
                        sale.projectName(),
                        sale.unit().unitNo()),
                sentences.text("change.web.note", sale.no(), staff.displayName(sale.consultant()), sale.state()));
    }
}

package cn.anchang.change.web;

import cn.anchang.change.ChangeProposals;
import cn.anchang.change.SaleChoices;
import cn.anchang.change.SaleChoices.SaleChoice;
import cn.anchang.change.UnitChoices;
import cn.anchang.change.UnitChoices.UnitChoice;
import cn.anchang.organization.Staff;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.salescase.ChangeKind;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the forms of a change ask for: one's own sales, what a request starts with, the units it may lead to. */
@RestController
class ChangeApi {

    static final Set<String> ASKERS = Set.of(Staff.SALES, Staff.SITE_MANAGER);

    private final SaleChoices sales;
    private final UnitChoices units;
    private final ChangeProposals proposals;
    private final Staff staff;

    ChangeApi(SaleChoices sales, UnitChoices units, ChangeProposals proposals, Staff staff) {
        this.sales = sales;
        this.units = units;
        this.proposals = proposals;
        this.staff = staff;
    }

    @ModelAttribute
    void onlyWhoAsks(Principal person) {
        if (!staff.isInAnyOf(person.getName(), ASKERS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping("/api/sales")
    List<SaleChoice> sales(@RequestParam(defaultValue = "") String q, Principal person) {
        return sales.of(q, person.getName());
    }

    @GetMapping("/api/changes/proposal")
    Map<String, Object> proposal(
            @RequestParam("case") UUID caseId,
            @RequestParam ChangeKind kind,
            @RequestParam(required = false) PaymentTerms terms,
            @RequestParam(required = false) UUID unit,
            Principal person) {
        own(caseId, person);
        return proposals.of(caseId, kind, terms, unit);
    }

    @GetMapping("/api/changes/units")
    List<UnitChoice> units(
            @RequestParam("case") UUID caseId, @RequestParam(defaultValue = "") String q, Principal person) {
        own(caseId, person);
        return units.of(caseId, q);
    }

    private void own(UUID caseId, Principal person) {
        if (!sales.isOpenTo(caseId, person.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

package cn.anchang.salescase.web;

import cn.anchang.customer.CustomerDesk;
import cn.anchang.customer.PhoneCheck;
import cn.anchang.customer.PhoneCheck.PhoneKnown;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the reception form asks before there is a case. Only for those who receive visitors: a phone number is personal data. */
@RestController
@RequestMapping("/api/reception")
class ReceptionApi {

    record Choice(String id, String name) {}

    record KnownPhone(boolean known, String ownerName, String message) {}

    private final CustomerDesk customers;
    private final UnitCatalogue units;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    ReceptionApi(CustomerDesk customers, UnitCatalogue units, Staff staff, Sites sites, Sentences sentences) {
        this.customers = customers;
        this.units = units;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    @ModelAttribute
    void onlyWhoReceives(Principal person) {
        if (!staff.isConsultant(person.getName()) && !staff.isSiteManager(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Says whose customer it is and nothing of the customer. */
    @GetMapping("/phone")
    KnownPhone phone(@RequestParam String phone) {
        PhoneCheck check = customers.knownPhone(phone);
        if (check instanceof PhoneKnown known) {
            return known.owner() == null
                    ? new KnownPhone(true, null, sentences.text("phone.knownFree"))
                    : new KnownPhone(true, known.ownerName(), sentences.text("phone.known", known.ownerName()));
        }
        String message = check instanceof Refusal no ? sentences.of(no) : sentences.text("phone.free");
        return new KnownPhone(false, null, message);
    }

    @GetMapping("/projects")
    List<Choice> projects(Principal person) {
        return units.projectsFor(person.getName()).stream()
                .map(project -> new Choice(project.id().toString(), project.name()))
                .toList();
    }

    /** Whom a visitor may be given to: oneself; a site manager chooses among the consultants of the own sites. */
    @GetMapping("/consultants")
    List<Choice> consultants(Principal person) {
        List<String> ids = staff.isSiteManager(person.getName())
                ? sites.colleaguesAmong(staff.membersOf(Staff.SALES), person.getName())
                : List.of(person.getName());
        return ids.stream().map(id -> new Choice(id, staff.displayName(id))).toList();
    }
}

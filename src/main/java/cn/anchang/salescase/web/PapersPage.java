package cn.anchang.salescase.web;

import cn.anchang.customer.Customers;
import cn.anchang.customer.VisitView;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.DealTexts;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The papers of a sale, to print and sign by hand. Whoever may not read the case finds none. */
@Controller
@RequestMapping("/papers")
class PapersPage {

    private final CaseFiles files;
    private final Customers customers;
    private final DealTexts texts;
    private final Staff staff;
    private final Sentences sentences;
    private final Site site;

    PapersPage(CaseFiles files, Customers customers, DealTexts texts, Staff staff, Sentences sentences, Site site) {
        this.files = files;
        this.customers = customers;
        this.texts = texts;
        this.staff = staff;
        this.sentences = sentences;
        this.site = site;
    }

    /** 到访客户意愿登记表. */
    @GetMapping("/intent/{caseId}")
    String intent(@PathVariable UUID caseId, Principal person, Model page) {
        CaseFile file = file(caseId, person, page);
        VisitView visit = customers.visit(file.salesCase().visitId()).orElseThrow(PapersPage::notFound);
        page.addAttribute("visit", visit);
        page.addAttribute("visitedOn", dayOf(visit.visitedAt()));
        return "papers/intent";
    }

    /** 认购协议书. */
    @GetMapping("/subscription/{caseId}")
    String subscription(@PathVariable UUID caseId, Principal person, Model page) {
        CaseFile file = file(caseId, person, page);
        page.addAttribute("subscription", file.subscription().orElseThrow(PapersPage::notFound));
        page.addAttribute("money", file.money().orElseThrow(PapersPage::notFound));
        return "papers/subscription";
    }

    /** 合同资料页. */
    @GetMapping("/contract/{caseId}")
    String contract(@PathVariable UUID caseId, Principal person, Model page) {
        CaseFile file = file(caseId, person, page);
        page.addAttribute("subscription", file.subscription().orElseThrow(PapersPage::notFound));
        page.addAttribute("contract", file.contract().orElseThrow(PapersPage::notFound));
        page.addAttribute("money", file.money().orElseThrow(PapersPage::notFound));
        return "papers/contract";
    }

    /** 成交客户检查表: empty to tick by hand, or as it was checked. */
    @GetMapping("/checklist/{caseId}")
    String checklist(@PathVariable UUID caseId, Principal person, Model page) {
        CaseFile file = file(caseId, person, page);
        page.addAttribute("contract", file.contract().orElseThrow(PapersPage::notFound));
        page.addAttribute("checklist", file.checklist().orElse(null));
        page.addAttribute(
                "checkedOn",
                file.checklist().map(checked -> dayOf(checked.checkedAt())).orElse(null));
        page.addAttribute("lines", texts.checklist());
        return "papers/checklist";
    }

    private CaseFile file(UUID caseId, Principal person, Model page) {
        CaseFile file = files.readableBy(caseId, person.getName()).orElseThrow(PapersPage::notFound);
        page.addAttribute("file", file);
        page.addAttribute("salesCase", file.salesCase());
        page.addAttribute("say", sentences);
        page.addAttribute("staff", staff);
        page.addAttribute("company", site.company());
        return file;
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, site.timeZone());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

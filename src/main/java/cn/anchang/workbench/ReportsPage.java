package cn.anchang.workbench;

import cn.anchang.approval.DocumentRegister;
import cn.anchang.approval.Documents;
import cn.anchang.approval.VersionState;
import cn.anchang.collection.Age;
import cn.anchang.collection.TrackingStatus;
import cn.anchang.customer.Grade;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.report.IssuedPapers;
import cn.anchang.report.IssuedPapers.Reader;
import cn.anchang.report.PaperKind;
import cn.anchang.report.Risk;
import cn.anchang.salescase.Consultants;
import cn.anchang.salescase.Stage;
import cn.anchang.shared.Address;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Exports;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The page 报表: every workbook and paper this person can make, each with its filters right there, and what was issued before. It makes
 * nothing itself: its forms ask the addresses of the pages, which refuse for themselves.
 */
@Controller
class ReportsPage {

    private static final Set<String> READS_LOG = Set.of(Staff.SITE_MANAGER, Staff.MANAGEMENT, Staff.IT_SUPPORT);
    private static final Set<String> READS_SALES =
            Set.of(Staff.SITE_MANAGER, Staff.FINANCE, Staff.MANAGEMENT, Staff.MARKETING_DIRECTOR);
    private static final Set<String> FOLLOWS_SALES =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final Set<String> WINDS_UP = Set.of(Staff.MARKETING, Staff.CUSTOMER_SERVICE);
    private static final Set<VersionState> SHOWN_TO_ALL = Set.of(
            VersionState.SUBMITTED,
            VersionState.RETURNED,
            VersionState.REJECTED,
            VersionState.APPROVED,
            VersionState.SUPERSEDED);
    private static final int LATEST = 12;
    private static final int PAPERS = 20;
    private static final int FOUND = 20;
    private static final int MOST_PAGES = 100_000;

    private final Places places;
    private final Documents documents;
    private final DocumentRegister register;
    private final IssuedPapers papers;
    private final Exports exports;
    private final Consultants consultants;
    private final UnitCatalogue catalogue;
    private final Sites sites;
    private final Staff staff;
    private final Sentences sentences;
    private final RequestMappingHandlerMapping addresses;

    ReportsPage(
            Places places,
            Documents documents,
            DocumentRegister register,
            IssuedPapers papers,
            Exports exports,
            Consultants consultants,
            UnitCatalogue catalogue,
            Sites sites,
            Staff staff,
            Sentences sentences,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses) {
        this.places = places;
        this.documents = documents;
        this.register = register;
        this.papers = papers;
        this.exports = exports;
        this.consultants = consultants;
        this.catalogue = catalogue;
        this.sites = sites;
        this.staff = staff;
        this.sentences = sentences;
        this.addresses = addresses;
    }

    @GetMapping("/reports")
    String reports(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) PaperKind paper,
            @RequestParam(defaultValue = "0") int page,
            Authentication person,
            Model model) {
        String userId = person.getName();
        Set<String> groups = staff.groupsOf(userId);
        Set<UUID> closed = sites.closedTo(userId);
        List<String> open = places.openTo(person).stream().map(Place::path).toList();
        boolean consultant = staff.isConsultant(userId);
        boolean all = !Collections.disjoint(groups, FOLLOWS_SALES);
        model.addAttribute("tracks", open.contains("/receivables"));
        model.addAttribute("follows", open.contains("/progress"));
        model.addAttribute("customers", open.contains("/customers") && answers("/customers/export"));
        model.addAttribute("money", open.contains("/money"));
        model.addAttribute(
                "projects",
                catalogue.projects().stream()
                        .filter(project -> !closed.contains(project.id()))
                        .toList());
        model.addAttribute("readsAll", all);
        model.addAttribute("consultants", all ? staff.displayNames(Set.copyOf(consultants.besides(closed))) : Map.of());
        model.addAttribute("statuses", TrackingStatus.values());
        model.addAttribute("ages", Age.values());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("grades", Grade.values());
        model.addAttribute("risks", Risk.values());
        documents(userId, groups, closed, model);
        issued(
                q,
                paper,
                Math.max(0, Math.min(page, MOST_PAGES)),
                new Reader(
                        consultant ? userId : null,
                        !Collections.disjoint(groups, READS_SALES),
                        !Collections.disjoint(groups, WINDS_UP),
                        closed),
                model);
        boolean readsLog = !Collections.disjoint(groups, READS_LOG);
        model.addAttribute("readsLog", readsLog);
        model.addAttribute(
                "log",
                exports.log(readsLog ? null : userId).stream().limit(LATEST).toList());
        model.addAttribute("me", userId);
        model.addAttribute("staff", staff);
        model.addAttribute("words", sentences);
        return "workbench/reports";
    }

    /** A document whose latest version is still its author's alone is left to the page 文件. */
    private void documents(String userId, Set<String> groups, Set<UUID> closed, Model model) {
        Set<String> readable = documents.readableBy(groups);
        model.addAttribute("readsDocuments", !readable.isEmpty());
        model.addAttribute(
                "documents",
                register.list(readable, userId, new DocumentRegister.Wanted(null, null, null, 0)).entries().stream()
                        .filter(entry -> entry.state() != null && SHOWN_TO_ALL.contains(entry.state()))
                        .filter(entry -> entry.projectId() == null || !closed.contains(entry.projectId()))
                        .limit(LATEST)
                        .toList());
    }

    private void issued(String q, PaperKind kind, int page, Reader reader, Model model) {
        model.addAttribute("readsSales", reader.readsAny());
        model.addAttribute("q", q);
        model.addAttribute("found", papers.find(reader, q, FOUND));
        List<IssuedPapers.Line> lines =
                reader.readsAny() ? papers.latest(reader, kind, page * PAPERS, PAPERS + 1) : List.of();
        Address here = Address.of("/reports").with("q", q).with("paper", kind);
        model.addAttribute("papers", lines.subList(0, Math.min(PAPERS, lines.size())));
        model.addAttribute("paperKinds", PaperKind.values());
        model.addAttribute("paper", kind);
        model.addAttribute("page", page);
        model.addAttribute("before", page > 0 ? here.with("page", page - 1) + "#issued" : null);
        model.addAttribute("after", lines.size() > PAPERS ? here.with("page", page + 1) + "#issued" : null);
    }

    /** Whether there is such a page in this application. */
    private boolean answers(String path) {
        return addresses.getHandlerMethods().keySet().stream()
                .anyMatch(mapping -> mapping.getPatternValues().contains(path));
    }
}

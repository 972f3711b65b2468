package cn.anchang.report.web;

import cn.anchang.customer.Grade;
import cn.anchang.customer.PhoneList;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.report.ProgressFilter;
import cn.anchang.report.ProgressRow;
import cn.anchang.report.ProgressWorkbook;
import cn.anchang.report.Risk;
import cn.anchang.report.SalesProgress;
import cn.anchang.report.ScheduleWorkbook;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.Consultants;
import cn.anchang.salescase.Stage;
import cn.anchang.shared.Address;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Downloads;
import cn.anchang.workbook.Exports;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 进度: how far each customer has come, its workbook in both formats, and 销售进度表. A consultant sees the own customers. */
@Controller
@RequestMapping("/progress")
class ProgressPage {

    private static final Set<String> READ_ALL =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final int ROWS = 30;
    private static final int MOST_PAGES = 100_000;

    private final SalesProgress progress;
    private final Consultants allConsultants;
    private final ProgressWorkbook workbook;
    private final ScheduleWorkbook schedules;
    private final PhoneList phones;
    private final Downloads downloads;
    private final UnitCatalogue catalogue;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    ProgressPage(
            SalesProgress progress,
            Consultants allConsultants,
            ProgressWorkbook workbook,
            ScheduleWorkbook schedules,
            PhoneList phones,
            Downloads downloads,
            UnitCatalogue catalogue,
            Staff staff,
            Sites sites,
            Sentences sentences) {
        this.progress = progress;
        this.allConsultants = allConsultants;
        this.workbook = workbook;
        this.schedules = schedules;
        this.phones = phones;
        this.downloads = downloads;
        this.catalogue = catalogue;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** What is asked for, as it stands in the address. */
    record Asked(UUID project, String building, String consultant, Grade grade, Stage stage, Risk risk, String q) {

        ProgressFilter filter() {
            return new ProgressFilter(project, building, consultant, grade, stage, risk, q);
        }

        /** The same question put to another address. */
        public String at(String path) {
            return address().at(path).toString();
        }

        /** Where a page of the same rows stands. */
        public String page(int number) {
            return address().with("page", number).toString();
        }

        /** The same rows as a workbook of the older format. */
        public String xls() {
            return address()
                    .at("/progress/export")
                    .with("format", BookFormat.XLS)
                    .toString();
        }

        private Address address() {
            return Address.of("/progress")
                    .with("project", project)
                    .with("building", building)
                    .with("consultant", consultant)
                    .with("grade", grade)
                    .with("stage", stage)
                    .with("risk", risk)
                    .with("q", q);
        }
    }

    /** Before anything sent is read: strangers learn nothing of what is asked for. */
    @ModelAttribute
    void onlyWhoFollowsSales(Principal person) {
        if (!readsAll(person) && !staff.isConsultant(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private boolean readsAll(Principal person) {
        return staff.isInAnyOf(person.getName(), READ_ALL);
    }

    private ProgressFilter permitted(Asked asked, Principal person) {
        ProgressFilter filter = asked.filter().without(sites.closedTo(person.getName()));
        return readsAll(person) ? filter : filter.ofConsultant(person.getName());
    }

    @GetMapping
    String table(Asked asked, @RequestParam(defaultValue = "0") int page, Principal person, Model model) {
        ProgressFilter filter = permitted(asked, person);
        int at = Math.max(0, Math.min(page, MOST_PAGES));
        List<ProgressRow> rows = progress.rows(filter, at * ROWS, ROWS + 1);
        List<ProgressRow> shown = rows.subList(0, Math.min(ROWS, rows.size()));
        boolean all = readsAll(person);
        List<String> consultants = all ? allConsultants.besides(filter.closed()) : List.of();
        Set<String> people = new HashSet<>(consultants);
        shown.forEach(row -> people.add(row.consultant()));
        model.addAttribute("asked", asked);
        model.addAttribute("rows", shown);
        model.addAttribute("counts", progress.counts(filter));
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() > ROWS);
        model.addAttribute("today", progress.today());
        model.addAttribute("readsAll", all);
        model.addAttribute("readsOpenDeals", !all || staff.isInAnyOf(person.getName(), CaseFiles.ALWAYS));
        model.addAttribute("dealDone", CaseFiles.DEAL_DONE);
        model.addAttribute("phones", phones.isFor(person.getName()));
        model.addAttribute("names", staff.displayNames(people));
        model.addAttribute("consultants", consultants);
        model.addAttribute("projects", catalogue.projectsFor(person.getName()));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("grades", Grade.values());
        model.addAttribute("risks", Risk.values());
        model.addAttribute("words", sentences);
        return "report/progress";
    }

    @GetMapping("/export")
    String export(
            Asked asked,
            @RequestParam(defaultValue = "XLSX") BookFormat format,
            Principal person,
            RedirectAttributes next) {
        return exported(
                asked, format, null, person, next, format == BookFormat.XLS ? asked.at("/progress/export") : null);
    }

    /** Phones in clear are asked for by a button, never by a link: each that is shown is written down (R35). */
    @PostMapping("/export")
    String exportWithPhones(
            Asked asked,
            @RequestParam(defaultValue = "XLSX") BookFormat format,
            @RequestParam(name = "phones", defaultValue = "false") boolean withPhones,
            Principal person,
            RedirectAttributes next) {
        if (!phones.isFor(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return exported(asked, format, withPhones ? person.getName() : null, person, next, null);
    }

    private String exported(
            Asked asked,
            BookFormat format,
            String phonesFor,
            Principal person,
            RedirectAttributes next,
            String instead) {
        ProgressFilter filter = permitted(asked, person);
        String said = phonesFor == null
                ? said(filter, person)
                : downloads.said(said(filter, person), sentences.text("progress.asked.phones"));
        String note = downloads.note(said, person.getName());
        return downloads.redirect(
                new Exports.Order(person.getName(), sentences.text("progress.title"), said, format, instead),
                (out, counter) -> workbook.write(filter, note, phonesFor, format, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/progress");
    }

    @GetMapping("/schedule")
    String schedule(Asked asked, Principal person, RedirectAttributes next) {
        ProgressFilter filter = permitted(asked, person);
        return downloads.redirect(
                new Exports.Order(
                        person.getName(), sentences.text("schedule.title"), said(filter, person), BookFormat.XLSX),
                (out, counter) -> schedules.ofBuildings(filter, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/progress");
    }

    @GetMapping("/schedule/{caseId}")
    String scheduleOfSale(@PathVariable UUID caseId, Principal person, RedirectAttributes next) {
        ProgressRow sale = progress.of(caseId, sites.closedTo(person.getName()))
                .filter(row -> readsAll(person) || row.consultant().equals(person.getName()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return downloads.redirect(
                new Exports.Order(person.getName(), sentences.text("schedule.title"), sale.no(), BookFormat.XLSX),
                (out, counter) -> schedules.ofSale(sale, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/progress");
    }

    private String said(ProgressFilter filter, Principal person) {
        return downloads.said(
                filter.project() == null
                        ? null
                        : catalogue
                                .projectFor(filter.project(), person.getName())
                                .map(one -> one.name())
                                .orElse(""),
                filter.building(),
                filter.consultant() == null
                        ? null
                        : sentences.text("progress.asked.consultant", staff.displayName(filter.consultant())),
                filter.grade() == null
                        ? null
                        : sentences.text("progress.asked.grade", filter.grade().name()),
                filter.stage() == null ? null : sentences.text("progress.asked.stage", filter.stage()),
                filter.risk() == null ? null : sentences.text("progress.asked.risk", filter.risk()),
                filter.text() == null ? null : sentences.text("progress.asked.text", filter.text()));
    }
}

package cn.anchang.report.web;

import cn.anchang.customer.Grade;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Staff;
import cn.anchang.report.ProgressFilter;
import cn.anchang.report.ProgressRow;
import cn.anchang.report.ProgressWorkbook;
import cn.anchang.report.Risk;
import cn.anchang.report.SalesProgress;
import cn.anchang.report.ScheduleWorkbook;
import cn.anchang.salescase.Stage;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Downloads;
import cn.anchang.workbook.Exports;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page 进度: how far each customer has come, its workbook in both formats, and 销售进度表. A consultant sees the own customers. */
@Controller
@RequestMapping("/progress")
class ProgressPage {

    private static final Set<String> READ_ALL =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final int ROWS = 30;
    private static final int MOST_PAGES = 100_000;

    private final SalesProgress progress;
    private final ProgressWorkbook workbook;
    private final ScheduleWorkbook schedules;
    private final Downloads downloads;
    private final UnitCatalogue catalogue;
    private final Staff staff;
    private final Sentences sentences;

    ProgressPage(
            SalesProgress progress,
            ProgressWorkbook workbook,
            ScheduleWorkbook schedules,
            Downloads downloads,
            UnitCatalogue catalogue,
            Staff staff,
            Sentences sentences) {
        this.progress = progress;
        this.workbook = workbook;
        this.schedules = schedules;
        this.downloads = downloads;
        this.catalogue = catalogue;
        this.staff = staff;
        this.sentences = sentences;
    }

    /** What is asked for, as it stands in the address. */
    record Asked(UUID project, String building, String consultant, Grade grade, Stage stage, Risk risk, String q) {

        ProgressFilter filter() {
            return new ProgressFilter(project, building, consultant, grade, stage, risk, q);
        }

        /** The same question put to another address. */
        public String at(String path) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            add(address, "project", project);
            add(address, "building", building);
            add(address, "consultant", consultant);
            add(address, "grade", grade);
            add(address, "stage", stage);
            add(address, "risk", risk);
            add(address, "q", q);
            return address.build().encode().toUriString();
        }

        private static void add(UriComponentsBuilder address, String name, Object value) {
            if (value != null && !value.toString().isBlank()) {
                address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
            }
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
        return readsAll(person) ? asked.filter() : asked.filter().ofConsultant(person.getName());
    }

    @GetMapping
    String table(Asked asked, @RequestParam(defaultValue = "0") int page, Principal person, Model model) {
        ProgressFilter filter = permitted(asked, person);
        int at = Math.max(0, Math.min(page, MOST_PAGES));
        List<ProgressRow> rows = progress.rows(filter, at * ROWS, ROWS + 1);
        List<ProgressRow> shown = rows.subList(0, Math.min(ROWS, rows.size()));
        boolean all = readsAll(person);
        Set<String> people = new HashSet<>(all ? progress.consultants() : List.of());
        shown.forEach(row -> people.add(row.consultant()));
        model.addAttribute("asked", asked);
        model.addAttribute("rows", shown);
        model.addAttribute("counts", progress.counts(filter));
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() > ROWS);
        model.addAttribute("today", progress.today());
        model.addAttribute("readsAll", all);
        model.addAttribute("names", staff.displayNames(people));
        model.addAttribute("consultants", all ? progress.consultants() : List.of());
        model.addAttribute("projects", catalogue.projects());
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
        ProgressFilter filter = permitted(asked, person);
        String said = said(filter);
        String note = downloads.note(said, person.getName());
        return downloads.redirect(
                new Exports.Order(person.getName(), sentences.text("progress.title"), said, format),
                (out, counter) -> workbook.write(filter, note, format, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/progress");
    }

    @GetMapping("/schedule")
    String schedule(Asked asked, Principal person, RedirectAttributes next) {
        ProgressFilter filter = permitted(asked, person);
        return downloads.redirect(
                new Exports.Order(person.getName(), sentences.text("schedule.title"), said(filter), BookFormat.XLSX),
                (out, counter) -> schedules.ofBuildings(filter, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/progress");
    }

    @GetMapping("/schedule/{caseId}")
    String scheduleOfSale(@PathVariable UUID caseId, Principal person, RedirectAttributes next) {
        ProgressRow sale = progress.of(caseId)
                .filter(row -> readsAll(person) || row.consultant().equals(person.getName()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return downloads.redirect(
                new Exports.Order(person.getName(), sentences.text("schedule.title"), sale.no(), BookFormat.XLSX),
                (out, counter) -> schedules.ofSale(sale, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/progress");
    }

    private String said(ProgressFilter filter) {
        return downloads.said(
                filter.project() == null
                        ? null
                        : catalogue
                                .project(filter.project())
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

package cn.anchang.collection.web;

import cn.anchang.collection.Age;
import cn.anchang.collection.AgeTotal;
import cn.anchang.collection.LedgerCheck;
import cn.anchang.collection.ReminderFigures;
import cn.anchang.collection.Tracking;
import cn.anchang.collection.TrackingFilter;
import cn.anchang.collection.TrackingRow;
import cn.anchang.collection.TrackingSort;
import cn.anchang.collection.TrackingStatus;
import cn.anchang.collection.TrackingTotals;
import cn.anchang.collection.TrackingWorkbook;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.Consultants;
import cn.anchang.shared.Address;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Downloads;
import cn.anchang.workbook.Exports;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 回款: 客户回款跟踪表 with filter, sorting and totals, its workbook, and the statistics. A consultant sees the own customers. */
@Controller
class ReceivablesPage {

    private static final Set<String> READ_ALL =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final Set<String> READ_REMINDERS =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final int ROWS = 50;

    private final Tracking tracking;
    private final Consultants consultants;
    private final TrackingWorkbook workbook;
    private final LedgerCheck check;
    private final UnitCatalogue catalogue;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;
    private final Downloads downloads;
    private final AgeingChart ageing;
    private final ReminderFigures reminders;
    private final Clock clock;

    ReceivablesPage(
            Tracking tracking,
            Consultants consultants,
            TrackingWorkbook workbook,
            LedgerCheck check,
            UnitCatalogue catalogue,
            Staff staff,
            Sites sites,
            Sentences sentences,
            Downloads downloads,
            AgeingChart ageing,
            ReminderFigures reminders,
            Clock clock) {
        this.tracking = tracking;
        this.consultants = consultants;
        this.workbook = workbook;
        this.check = check;
        this.catalogue = catalogue;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
        this.downloads = downloads;
        this.ageing = ageing;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** What is asked for, as it stands in the address. */
    record Asked(
            UUID project,
            String consultant,
            TrackingStatus status,
            @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            String q,
            TrackingSort sort,
            Boolean desc,
            Age age,
            Boolean split) {

        Asked {
            desc = Boolean.TRUE.equals(desc);
            split = Boolean.TRUE.equals(split);
        }

        TrackingFilter filter() {
            return new TrackingFilter(project, consultant, status, from, to, q).aged(age);
        }

        /** The same rows; sorting and page are left out. */
        Address address() {
            return Address.of("/receivables")
                    .with("project", project)
                    .with("consultant", consultant)
                    .with("status", status)
                    .with("from", from)
                    .with("to", to)
                    .with("q", q)
                    .with("age", age);
        }

        /** The same question put to another address, in the same order. */
        String at(String path) {
            return ordered().at(path).toString();
        }

        /** Where a page of the same rows stands. */
        public String page(int number) {
            return ordered().with("page", number).toString();
        }

        private Address ordered() {
            return address().with("sort", sort).with("desc", desc);
        }

        public TrackingSort order() {
            return sort == null ? TrackingSort.DUE_ON : sort;
        }
    }

    /** Before anything sent is read: strangers learn nothing of what is asked for. */
    @ModelAttribute
    void onlyWhoTracksMoney(Principal person) {
        if (!staff.isInAnyOf(person.getName(), READ_ALL) && !staff.isConsultant(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private TrackingFilter permitted(Asked asked, Principal person) {
        TrackingFilter filter = asked.filter().without(sites.closedTo(person.getName()));
        return staff.isInAnyOf(person.getName(), READ_ALL) ? filter : filter.ofConsultant(person.getName());
    }

    @GetMapping("/receivables")
    String table(Asked asked, @RequestParam(defaultValue = "0") int page, Principal person, Model model) {
        TrackingFilter filter = permitted(asked, person);
        int at = Math.max(0, Math.min(page, 100_000));
        List<TrackingRow> rows = tracking.rows(filter, asked.order(), asked.desc(), at * ROWS, ROWS + 1);
        Tracking.Overview overview = tracking.overview(filter);
        List<TrackingTotals> statuses = overview.byStatus();
        List<AgeTotal> ages = filter.age() == null ? overview.ageing() : tracking.ageing(filter.aged(null));
        model.addAttribute("asked", asked);
        model.addAttribute("rows", rows.subList(0, Math.min(ROWS, rows.size())));
        model.addAttribute("statuses", named(statuses, status -> sentences.text("InstalmentState." + status)));
        model.addAttribute("total", TrackingTotals.sum(sentences.text("tracking.total"), statuses));
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() > ROWS);
        choices(person, model);
        ageing.show(ages, asked.address(), asked.split(), catalogue.projects(), model);
        model.addAttribute("remindsToo", staff.isInAnyOf(person.getName(), READ_REMINDERS));
        return "collection/receivables";
    }

    /** How many letters go out tomorrow and went yesterday; fetched by the page itself, for it takes longer than the page. */
    @GetMapping("/receivables/letters")
    String letters(Principal person, Model model) {
        if (!staff.isInAnyOf(person.getName(), READ_REMINDERS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("tomorrow", today.plusDays(1));
        model.addAttribute("yesterday", today.minusDays(1));
        Set<UUID> closed = sites.closedTo(person.getName());
        model.addAttribute("coming", reminders.coming(today.plusDays(1), closed));
        model.addAttribute("went", reminders.went(today.minusDays(1), closed));
        model.addAttribute("words", sentences);
        return "collection/letters :: letters";
    }

    private void choices(Principal person, Model model) {
        boolean all = staff.isInAnyOf(person.getName(), READ_ALL);
        model.addAttribute("projects", catalogue.projectsFor(person.getName()));
        model.addAttribute(
                "consultants", all ? people(consultants.besides(sites.closedTo(person.getName()))) : Map.of());
        model.addAttribute("allStatuses", TrackingStatus.values());
        model.addAttribute("ages", Age.values());
        model.addAttribute("finance", staff.isFinance(person.getName()));
        model.addAttribute("readsAll", all);
        model.addAttribute("readsSales", !all || staff.isInAnyOf(person.getName(), CaseFiles.ALWAYS));
        model.addAttribute("words", sentences);
        model.addAttribute("staff", staff);
    }

    private Map<String, String> people(List<String> userIds) {
        return userIds.stream()
                .collect(Collectors.toMap(
                        Function.identity(), staff::displayName, (one, other) -> one, LinkedHashMap::new));
    }

    @GetMapping("/receivables/export")
    String export(
            Asked asked,
            @RequestParam(defaultValue = "XLSX") BookFormat format,
            Principal person,
            RedirectAttributes next) {
        TrackingFilter filter = permitted(asked, person);
        Map<String, String> projects = projectNames(person);
        String said = said(filter, projects);
        String note = downloads.note(said, person.getName());
        return downloads.redirect(
                new Exports.Order(
                        person.getName(),
                        sentences.text("tracking.title"),
                        said,
                        format,
                        format == BookFormat.XLS ? asked.at("/receivables/export") : null),
                (out, counter) ->
                        workbook.write(filter, asked.order(), asked.desc(), note, projects, format, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/receivables");
    }

    private String said(TrackingFilter filter, Map<String, String> projects) {
        return downloads.said(
                filter.project() == null
                        ? null
                        : sentences.text(
                                "tracking.asked.project",
                                projects.getOrDefault(filter.project().toString(), "")),
                filter.consultant() == null
                        ? null
                        : sentences.text("tracking.asked.consultant", staff.displayName(filter.consultant())),
                filter.status() == null ? null : sentences.text("tracking.asked.status", filter.status()),
                filter.dueFrom() == null ? null : sentences.text("tracking.asked.from", filter.dueFrom()),
                filter.dueTo() == null ? null : sentences.text("tracking.asked.to", filter.dueTo()),
                filter.text() == null ? null : sentences.text("tracking.asked.text", filter.text()),
                filter.age() == null ? null : sentences.text("tracking.asked.age", filter.age()));
    }

    private Map<String, String> projectNames(Principal person) {
        return catalogue.projectsFor(person.getName()).stream()
                .collect(Collectors.toMap(project -> project.id().toString(), ProjectView::name));
    }

    @GetMapping("/receivables/statistics")
    String statistics(Asked asked, Principal person, Model model) {
        TrackingFilter filter = permitted(asked, person);
        Map<String, String> projects = projectNames(person);
        Map<String, List<TrackingTotals>> parts = new LinkedHashMap<>();
        parts.put("status", named(tracking.byStatus(filter), status -> sentences.text("InstalmentState." + status)));
        parts.put("age", named(tracking.byAge(filter), age -> sentences.text("tracking.age", age)));
        parts.put("project", named(tracking.byProject(filter), id -> projects.getOrDefault(id, id)));
        parts.put("consultant", named(tracking.byConsultant(filter), staff::displayName));
        parts.put("month", tracking.byMonth(filter));
        model.addAttribute("asked", asked);
        model.addAttribute("parts", parts);
        choices(person, model);
        check.latest().ifPresent(latest -> {
            model.addAttribute("checked", latest);
            model.addAttribute("differences", check.differences(latest.id(), sites.closedTo(person.getName())));
        });
        return "collection/statistics";
    }

    private static List<TrackingTotals> named(List<TrackingTotals> totals, UnaryOperator<String> name) {
        return totals.stream()
                .map(one -> new TrackingTotals(name.apply(one.of()), one.count(), one.amount(), one.paid()))
                .toList();
    }

    @PostMapping("/receivables/check")
    String checkNow(Principal person, RedirectAttributes answer) {
        if (!staff.isFinance(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        int found = check.check(person.getName());
        answer.addFlashAttribute(
                found == 0 ? "done" : "problem",
                found == 0 ? sentences.text("tracking.checked.good") : sentences.text("tracking.checked.bad", found));
        return "redirect:/receivables/statistics";
    }
}

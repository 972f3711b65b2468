package cn.anchang.workbench;

import cn.anchang.customer.Channel;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.report.Funnel;
import cn.anchang.report.FunnelDimension;
import cn.anchang.report.FunnelFilter;
import cn.anchang.report.FunnelNumbers;
import cn.anchang.report.FunnelRow;
import cn.anchang.report.FunnelStep;
import cn.anchang.report.Punctuality;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.Consultants;
import cn.anchang.shared.Address;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Sentences;
import cn.anchang.workbench.FunnelCharts.Line;
import cn.anchang.workbench.FunnelCharts.StepLine;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page 漏斗: how many came how far, where they stop, how long it takes and what keeps its plan, each as a chart that answers a
 * question; every number leads to its sales. A consultant sees the own sales only.
 */
@Controller
@RequestMapping("/funnel")
class FunnelPage {

    private static final Set<String> READ_ALL =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final Set<String> READ_CASES =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final Set<CaseState> DEAL_DONE = EnumSet.of(CaseState.CHECKED, CaseState.COMPLETED);
    private static final int ROWS = 50;
    private static final int MOST_PAGES = 100_000;

    /** @param readable whether the sale itself may be opened; else the name is masked */
    record Listed(FunnelRow of, String customer, boolean readable) {}

    private final Funnel funnel;
    private final FunnelCharts charts;
    private final StageGoals goals;
    private final Consultants consultants;
    private final UnitCatalogue catalogue;
    private final Sites sites;
    private final Staff staff;
    private final Sentences sentences;
    private final Clock clock;

    FunnelPage(
            Funnel funnel,
            FunnelCharts charts,
            StageGoals goals,
            Consultants consultants,
            UnitCatalogue catalogue,
            Sites sites,
            Staff staff,
            Sentences sentences,
            Clock clock) {
        this.funnel = funnel;
        this.charts = charts;
        this.goals = goals;
        this.consultants = consultants;
        this.catalogue = catalogue;
        this.sites = sites;
        this.staff = staff;
        this.sentences = sentences;
        this.clock = clock;
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

    private FunnelFilter permitted(FunnelAsked asked, Set<UUID> closed, Principal person) {
        if (asked.project() != null && closed.contains(asked.project())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return asked.filter(LocalDate.now(clock), closed, readsAll(person) ? null : person.getName());
    }

    @GetMapping
    String page(FunnelAsked asked, Principal person, Model model) {
        Set<UUID> closed = sites.closedTo(person.getName());
        FunnelFilter filter = permitted(asked, closed, person);
        FunnelNumbers numbers = funnel.numbers(filter);
        Address rows = asked.at("/funnel/rows").with("by", null);
        List<StepLine> steps = charts.steps(numbers, rows);
        List<Line> parts = charts.parts(numbers, asked.by(), rows);
        List<Line> lost = charts.lost(numbers, rows);
        List<Line> stages = charts.stages(funnel.stages(filter), rows);
        model.addAttribute("total", numbers.total().visits());
        model.addAttribute("steps", steps);
        model.addAttribute("funnelChart", charts.funnel(steps));
        model.addAttribute("daysChart", charts.days(steps));
        model.addAttribute("parts", parts);
        model.addAttribute("partsChart", charts.chart(parts, asked.by()));
        model.addAttribute("stepNames", FunnelStep.values());
        model.addAttribute("lost", lost);
        model.addAttribute("lostChart", charts.lost(lost));
        model.addAttribute("undone", charts.undone(numbers, rows));
        model.addAttribute("stages", stages);
        model.addAttribute("stagesChart", charts.planned(stages));
        model.addAttribute("punctualities", Punctuality.values());
        choices(asked, filter, closed, person, model);
        return "workbench/funnel";
    }

    private void choices(FunnelAsked asked, FunnelFilter filter, Set<UUID> closed, Principal person, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<ProjectView> projects = catalogue.projects().stream()
                .filter(project -> !closed.contains(project.id()))
                .toList();
        boolean all = readsAll(person);
        model.addAttribute("asked", asked);
        model.addAttribute("from", asked.begins(today));
        model.addAttribute("to", asked.ends(today));
        model.addAttribute("wrongWay", filter.isEmpty());
        model.addAttribute("periods", tabs(asked));
        model.addAttribute("dimensions", dimensions(asked, all));
        model.addAttribute("projects", projects);
        model.addAttribute("readsAll", all);
        model.addAttribute("consultants", all ? staff.displayNames(Set.copyOf(consultants.besides(closed))) : Map.of());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("words", sentences);
        if (all) {
            UUID one = asked.project() != null
                    ? asked.project()
                    : projects.size() == 1 ? projects.get(0).id() : null;
            goals.of(one).ifPresent(goal -> model.addAttribute("goals", goal));
        }
    }

    /** A choice that is a link; {@code here} marks the present one. */
    record Tab(String title, String link, boolean here) {}

    private List<Tab> tabs(FunnelAsked asked) {
        return Arrays.stream(FunnelPeriod.values())
                .filter(period -> period != FunnelPeriod.CUSTOM)
                .map(period -> new Tab(
                        sentences.name(period),
                        asked.at("/funnel")
                                .with("from", null)
                                .with("to", null)
                                .with("period", period)
                                .toString(),
                        period == asked.period()))
                .toList();
    }

    private List<Tab> dimensions(FunnelAsked asked, boolean all) {
        return Arrays.stream(FunnelDimension.values())
                .filter(by -> all || by != FunnelDimension.CONSULTANT)
                .map(by -> new Tab(sentences.name(by), asked.at("/funnel").with("by", by) + "#parts", by == asked.by()))
                .toList();
    }

    @GetMapping("/rows")
    String rows(FunnelAsked asked, @RequestParam(defaultValue = "0") int page, Principal person, Model model) {
        Set<UUID> closed = sites.closedTo(person.getName());
        FunnelFilter filter = permitted(asked, closed, person);
        int at = Math.max(0, Math.min(page, MOST_PAGES));
        long count = funnel.count(filter, asked.part());
        List<FunnelRow> found = funnel.rows(filter, asked.part(), at * ROWS, ROWS);
        boolean allCases = staff.isInAnyOf(person.getName(), READ_CASES);
        model.addAttribute("asked", asked);
        model.addAttribute("count", count);
        model.addAttribute(
                "rows",
                found.stream()
                        .map(row -> listed(row, allCases, person.getName()))
                        .toList());
        model.addAttribute(
                "names",
                staff.displayNames(found.stream().map(FunnelRow::consultant).collect(Collectors.toSet())));
        model.addAttribute("said", said(asked, filter));
        model.addAttribute("back", asked.at("/funnel").toString());
        model.addAttribute("page", at);
        model.addAttribute("pages", (count + ROWS - 1) / ROWS);
        model.addAttribute("before", at > 0 ? asked.rows().with("page", at - 1).toString() : null);
        model.addAttribute(
                "after",
                (at + 1L) * ROWS < count ? asked.rows().with("page", at + 1).toString() : null);
        model.addAttribute("words", sentences);
        return "workbench/funnel-rows";
    }

    private static Listed listed(FunnelRow row, boolean allCases, String person) {
        boolean readable = allCases || row.consultant().equals(person) || DEAL_DONE.contains(row.state());
        return new Listed(row, readable ? row.customer() : Masked.name(row.customer()), readable);
    }

    /** What the list is about, in words. */
    private Map<String, String> said(FunnelAsked asked, FunnelFilter filter) {
        Map<String, String> said = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock);
        put(
                said,
                "period",
                asked.period() == FunnelPeriod.CUSTOM
                        ? Stream.of(asked.begins(today), asked.ends(today))
                                .map(day -> day == null ? "" : sentences.shown(day))
                                .collect(Collectors.joining("–"))
                        : sentences.name(asked.period()));
        put(
                said,
                "project",
                asked.project() == null
                        ? null
                        : catalogue
                                .project(asked.project())
                                .map(ProjectView::name)
                                .orElse(null));
        put(said, "building", unit(filter.building()));
        put(said, "layout", unit(filter.layout()));
        put(said, "channel", asked.channel());
        put(said, "consultant", filter.consultant() == null ? null : staff.displayName(filter.consultant()));
        put(said, "step", asked.step());
        put(said, "last", asked.last());
        put(said, "fate", asked.fate());
        put(said, "reason", asked.reason());
        put(said, "undone", asked.undone() == null ? null : sentences.text("funnel.undone." + asked.undone()));
        put(said, "stage", asked.stage());
        put(said, "punctuality", asked.punctuality());
        return said;
    }

    private String unit(String asked) {
        return FunnelFilter.NONE.equals(asked) ? sentences.text("funnel.noUnit") : asked;
    }

    private void put(Map<String, String> said, String what, Object value) {
        if (value != null && !value.toString().isBlank()) {
            said.put(sentences.text("funnel.said." + what), sentences.shown(value));
        }
    }
}

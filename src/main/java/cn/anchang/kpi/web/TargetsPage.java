package cn.anchang.kpi.web;

import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.kpi.Metric;
import cn.anchang.kpi.SiteNumbers;
import cn.anchang.kpi.Targets;
import cn.anchang.organization.Sites;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 目标: what a project is to reach in a month, beside what it has reached. The director and the general manager set it. */
@Controller
@RequestMapping("/targets")
class TargetsPage {

    private static final int MONTHS_AWAY = 36;

    private final Targets targets;
    private final SiteNumbers numbers;
    private final UnitCatalogue catalogue;
    private final Sites sites;
    private final Sentences sentences;
    private final Clock clock;

    TargetsPage(
            Targets targets,
            SiteNumbers numbers,
            UnitCatalogue catalogue,
            Sites sites,
            Sentences sentences,
            Clock clock) {
        this.targets = targets;
        this.numbers = numbers;
        this.catalogue = catalogue;
        this.sites = sites;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Before anything sent is read: strangers learn nothing of what is asked for. */
    @ModelAttribute
    void onlyWhoAnswersForNumbers(HttpServletRequest request, Principal person) {
        boolean sets = HttpMethod.POST.matches(request.getMethod());
        if (sets ? !targets.maySet(person.getName()) : !targets.mayRead(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping
    String table(
            @RequestParam(required = false) UUID project,
            @RequestParam(required = false) String month,
            Principal person,
            Model model) {
        List<ProjectView> open = open(person);
        ProjectView chosen = open.isEmpty() ? null : chosen(open, project);
        YearMonth of = monthOf(month);
        model.addAttribute("projects", open);
        model.addAttribute("project", chosen);
        model.addAttribute("month", of);
        model.addAttribute("lines", chosen == null ? List.of() : numbers.month(chosen.id(), of));
        model.addAttribute("maySet", targets.maySet(person.getName()));
        model.addAttribute("words", sentences);
        return "kpi/targets";
    }

    /** What cannot be read is said beside its field, and everything typed stays. */
    @PostMapping
    String set(
            @RequestParam UUID project,
            @RequestParam String month,
            @RequestParam Map<String, String> typed,
            Principal person,
            Model model,
            RedirectAttributes next) {
        ProjectView chosen = chosen(open(person), project);
        YearMonth of = monthOf(month);
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        Set<Metric> unreadable = EnumSet.noneOf(Metric.class);
        for (Metric metric : Metric.values()) {
            String text = typed.getOrDefault(metric.name(), "").strip();
            if (!text.isEmpty()) {
                value(metric, text).ifPresentOrElse(value -> values.put(metric, value), () -> unreadable.add(metric));
            }
        }
        if (!unreadable.isEmpty()) {
            model.addAttribute("typed", typed);
            model.addAttribute("unreadable", unreadable);
            return table(chosen.id(), of.toString(), person, model);
        }
        int changed = targets.set(chosen.id(), of, values, person.getName());
        next.addFlashAttribute(
                "said", sentences.text(changed == 0 ? "targets.unchanged" : "targets.saved", chosen.name(), changed));
        next.addAttribute("project", chosen.id());
        next.addAttribute("month", of);
        return "redirect:/targets";
    }

    private static Optional<BigDecimal> value(Metric metric, String text) {
        if (metric.isMoney()) {
            return Money.typed(text).map(Money::amount);
        }
        return text.matches("\\d{1,6}") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private List<ProjectView> open(Principal person) {
        Set<UUID> closed = sites.closedTo(person.getName());
        return catalogue.projects().stream()
                .filter(project -> !closed.contains(project.id()))
                .toList();
    }

    private static ProjectView chosen(List<ProjectView> open, UUID project) {
        return open.stream()
                .filter(one -> project == null || one.id().equals(project))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nonsense and months too far away are this month. */
    private YearMonth monthOf(String text) {
        YearMonth now = YearMonth.now(clock);
        try {
            YearMonth asked = text == null ? now : YearMonth.parse(text.strip());
            boolean near = !asked.isBefore(now.minusMonths(MONTHS_AWAY)) && !asked.isAfter(now.plusMonths(MONTHS_AWAY));
            return near ? asked : now;
        } catch (DateTimeException e) {
            return now;
        }
    }
}

package cn.anchang.marketing.web;

import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.marketing.PlanView;
import cn.anchang.marketing.Plans;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the forms that begin a promotion plan or a stage summary offer, to those who may begin one. */
@RestController
@RequestMapping("/api/marketing")
class MarketingApi {

    private static final Set<String> BEGINNERS = Set.of(Staff.MARKETING, Staff.MARKETING_DIRECTOR);

    record Choice(UUID id, String name) {}

    private final UnitCatalogue units;
    private final Plans plans;
    private final Staff staff;
    private final Sentences sentences;
    private final Clock clock;

    MarketingApi(UnitCatalogue units, Plans plans, Staff staff, Sentences sentences, Clock clock) {
        this.units = units;
        this.plans = plans;
        this.staff = staff;
        this.sentences = sentences;
        this.clock = clock;
    }

    @ModelAttribute
    void onlyWhoBeginsOne(Principal person) {
        if (staff.groupsOf(person.getName()).stream().noneMatch(BEGINNERS::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** The plans in force whose stage has begun. */
    @GetMapping("/plans")
    List<Choice> plans(Principal person) {
        LocalDate today = LocalDate.now(clock);
        return units.projectsFor(person.getName()).stream()
                .map(ProjectView::id)
                .map(plans::inForce)
                .flatMap(Optional::stream)
                .filter(plan -> !plan.content().startsOn().isAfter(today))
                .map(plan -> new Choice(plan.planId(), name(plan)))
                .toList();
    }

    private String name(PlanView plan) {
        return sentences.text(
                "summary.choice.plan",
                units.project(plan.projectId()).map(ProjectView::name).orElse(""),
                plan.content().stage(),
                plan.content().startsOn(),
                plan.content().endsOn());
    }

    @GetMapping("/projects")
    List<Choice> projects(Principal person) {
        return units.projectsFor(person.getName()).stream()
                .map(project -> new Choice(project.id(), project.name()))
                .toList();
    }
}
